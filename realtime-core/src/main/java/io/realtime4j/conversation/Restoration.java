package io.realtime4j.conversation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.Message;
import org.jspecify.annotations.Nullable;

/**
 * Factory for events that repeat a conversation in a new session: after a reconnect, or
 * for a stored history. Speech becomes text, of the model only what was heard. Function
 * calls are repeated with their outputs; one without an output is repeated only if nobody
 * spoke since, because its function may still be running. What only a server can create,
 * such as the calls of hosted MCP tools, and messages without any content, of turns in
 * which nobody spoke, or of a response that the end of a connection
 * {@linkplain ItemMarks#abandoned() broke off}, are left out.
 * <p>
 * The events can be stored as text by {@link io.realtime4j.codec.RealtimeCodec}, one
 * event each, and be sent later as they are.
 *
 * @since 0.1.0
 */
public final class Restoration {

	private static final int MAX_ID_LENGTH = 32;

	private Restoration() {
	}

	/**
	 * Return the events that repeat a conversation.
	 * @param conversation the conversation
	 * @return one {@code conversation.item.create} for each item, in order; each is put
	 * behind the last item
	 */
	public static List<ConversationItemCreate> events(Conversation conversation) {
		return events(conversation.items()
			.stream()
			.filter((item) -> item.id() == null || isSaid(conversation.marks(item.id())))
			.toList());
	}

	private static boolean isSaid(ItemMarks marks) {
		return !marks.idle() && !marks.abandoned();
	}

	/**
	 * Return the events that repeat items.
	 * @param items the items, oldest first
	 * @return one {@code conversation.item.create} for each item that a client can
	 * create, in order; each is put behind the last item
	 */
	public static List<ConversationItemCreate> events(List<? extends Item> items) {
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

	/**
	 * Return the id that an item has after its restoration. It is the same unless it is
	 * too long for an id that a client chooses: some servers use UUIDs.
	 * @param id the id that the server gave
	 * @return an id of at most 32 characters, always the same one for the same id
	 */
	public static String restoredId(String id) {
		return (id.length() <= MAX_ID_LENGTH) ? id
				: UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
	}

	private static @Nullable Item restore(Item item, ToolCallPairs calls) {
		String id = (item.id() != null) ? restoredId(item.id()) : null;
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
