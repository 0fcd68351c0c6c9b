package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.McpCall;
import io.realtime4j.model.item.Message;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entries that applications read of the items of a conversation.
 */
final class Entries {

	private Entries() {
	}

	static List<ConversationEntry> of(List<ItemView> views, Function<ItemView, ItemMarks> marks) {
		ToolCallPairs calls = ToolCallPairs.of(views.stream().map(ItemView::item).toList());
		List<ConversationEntry> entries = new ArrayList<>();
		for (ItemView view : views) {
			String id = Objects.requireNonNull(view.item().id());
			ItemMarks itemMarks = marks.apply(view);
			ConversationEntry entry = entry(view, id, itemMarks, calls);
			if (entry != null && !itemMarks.idle()) {
				entries.add(entry);
			}
		}
		return List.copyOf(entries);
	}

	private static @Nullable ConversationEntry entry(ItemView view, String id, ItemMarks marks, ToolCallPairs calls) {
		Item item = view.item();
		if (item instanceof Message message) {
			return message(view, message, id, marks);
		}
		if (item instanceof FunctionCall call) {
			FunctionCallOutput output = calls.outputOf(call);
			return new ToolCallEntry(id, call.callId(), null, orEmpty(call.name()), orEmpty(call.arguments()),
					(output != null) ? output.output() : null, marks.restored());
		}
		return (item instanceof McpCall call) ? new ToolCallEntry(id, null, call.serverLabel(), orEmpty(call.name()),
				orEmpty(call.arguments()), call.output(), marks.restored()) : null;
	}

	private static MessageEntry message(ItemView view, Message message, String id, ItemMarks marks) {
		boolean settled = view.said().stream().allMatch((said) -> said == null || said.settled())
				&& !(ItemStatus.IN_PROGRESS.equals(message.status()) && view.said().isEmpty());
		return new MessageEntry(id, message.role(), text(view, message, Said::text), text(view, message, Said::heard),
				settled, message.status(), marks.interrupted(), marks.restored());
	}

	private static String text(ItemView view, Message message, Function<Said, @Nullable String> side) {
		List<String> texts = new ArrayList<>();
		List<ContentPart> content = (message.content() != null) ? message.content() : List.of();
		for (int i = 0; i < content.size(); i++) {
			Said said = (i < view.said().size()) ? view.said().get(i) : null;
			String text = (said != null) ? side.apply(said)
					: (content.get(i) instanceof InputText input) ? input.text() : null;
			texts.add(orEmpty(text));
		}
		return texts.stream().filter((text) -> !text.isBlank()).collect(Collectors.joining("\n"));
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
