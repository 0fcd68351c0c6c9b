package io.realtime4j.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.McpCall;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entries that applications read of the items of a conversation.
 */
final class Entries {

	private Entries() {
	}

	static @Nullable ConversationEntry of(ItemSlot slot, ConversationState state) {
		Item item = slot.item();
		if (item instanceof Message message) {
			ItemView view = state.view(slot, message);
			ItemMarks marks = state.marks(slot, view);
			return marks.idle() ? null : message(view, (Message) view.item(), slot.id(), marks);
		}
		if (slot.marks().idle()) {
			return null;
		}
		if (item instanceof FunctionCall call) {
			return new ToolCallEntry(slot.id(), call.callId(), null, orEmpty(call.name()), orEmpty(call.arguments()),
					output(call, state.slots()), slot.marks().restored());
		}
		return (item instanceof McpCall call) ? new ToolCallEntry(slot.id(), null, call.serverLabel(),
				orEmpty(call.name()), orEmpty(call.arguments()), call.output(), slot.marks().restored()) : null;
	}

	/**
	 * Return whether an item has an entry, which costs less than to make it.
	 * @param slot the slot of the item
	 * @param state the conversation
	 * @return whether it has one
	 */
	static boolean has(ItemSlot slot, ConversationState state) {
		Item item = slot.item();
		if (item instanceof UserMessage message) {
			return !state.marks(slot, state.view(slot, message)).idle();
		}
		return !slot.marks().idle()
				&& (item instanceof Message || item instanceof FunctionCall || item instanceof McpCall);
	}

	// Of several outputs that are alike only the first one counts
	private static @Nullable String output(FunctionCall call, ItemSlots slots) {
		List<String> outputs = slots.calls().of(call.callId()).outputs();
		ItemSlot output = outputs.isEmpty() ? null : slots.find(outputs.get(0));
		return (output != null && output.item() instanceof FunctionCallOutput told && ToolCallPairs.isWhole(call))
				? told.output() : null;
	}

	private static MessageEntry message(ItemView view, Message message, String id, ItemMarks marks) {
		boolean settled = view.said().stream().allMatch((said) -> said == null || said.settled())
				&& !(ItemStatus.IN_PROGRESS.equals(message.status()) && view.said().isEmpty());
		return new MessageEntry(id, message.role(), text(view, message, SpokenContent::text),
				text(view, message, SpokenContent::heard), settled, message.status(), marks.interrupted(),
				marks.restored());
	}

	private static String text(ItemView view, Message message, Function<SpokenContent, @Nullable String> side) {
		List<String> texts = new ArrayList<>();
		List<ContentPart> content = (message.content() != null) ? message.content() : List.of();
		for (int i = 0; i < content.size(); i++) {
			SpokenContent said = (i < view.said().size()) ? view.said().get(i) : null;
			String text = (said != null) ? side.apply(said)
					: (content.get(i) instanceof InputText input) ? input.text() : null;
			texts.add(orEmpty(text));
		}
		texts.removeIf(String::isBlank);
		return (texts.size() == 1) ? texts.get(0) : String.join("\n", texts);
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	static List<ConversationEntry> latest(ConversationState state, int max) {
		Deque<ConversationEntry> latest = new ArrayDeque<>();
		ItemSlot slot = state.slots().last();
		while (slot != null && latest.size() < max) {
			ConversationEntry entry = of(slot, state);
			if (entry != null) {
				latest.addFirst(entry);
			}
			slot = state.slots().before(slot);
		}
		return List.copyOf(latest);
	}

}
