package io.realtime4j.conversation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.Message;
import org.jspecify.annotations.Nullable;

/**
 * Makes the items that repeat those of a conversation in a new session.
 */
final class RestoredItems {

	private static final int MAX_ID_LENGTH = 32;

	private RestoredItems() {
	}

	static List<ConversationItemCreate> events(List<Item> items, Function<String, ItemMarks> marks) {
		return events(items.stream().filter((item) -> item.id() == null || isSaid(marks.apply(item.id()))).toList());
	}

	private static boolean isSaid(ItemMarks marks) {
		return !marks.idle() && !marks.abandoned();
	}

	static List<ConversationItemCreate> events(List<? extends Item> items) {
		ToolCallPairs calls = ToolCallPairs.of(items);
		List<ConversationItemCreate> events = new ArrayList<>();
		for (Item item : items) {
			Item restored = restore(item, calls);
			if (restored != null) {
				events.add(ConversationItemCreate.of(restored));
			}
		}
		return List.copyOf(events);
	}

	static String id(String id) {
		return (id.length() <= MAX_ID_LENGTH) ? id
				: UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
	}

	private static @Nullable Item restore(Item item, ToolCallPairs calls) {
		String id = (item.id() != null) ? id(item.id()) : null;
		if (item instanceof Message message) {
			return RestoredMessages.restore(message, id);
		}
		if (item instanceof FunctionCall call && calls.restores(call)) {
			return new FunctionCall(id, null, null, call.callId(), call.name(), call.arguments(), Map.of());
		}
		if (item instanceof FunctionCallOutput output && calls.restores(output)) {
			return new FunctionCallOutput(id, null, null, output.callId(), output.output(), Map.of());
		}
		return null;
	}

}
