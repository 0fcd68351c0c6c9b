package io.realtime4j.conversation;

import java.util.List;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.Item;

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

	private Restoration() {
	}

	/**
	 * Return the events that repeat a conversation.
	 * @param conversation the conversation
	 * @return one {@code conversation.item.create} for each item, in order; each is put
	 * behind the last item
	 */
	public static List<ConversationItemCreate> events(Conversation conversation) {
		return RestoredItems.events(conversation.items(), conversation::marks);
	}

	/**
	 * Return the events that repeat items.
	 * @param items the items, oldest first
	 * @return one {@code conversation.item.create} for each item that a client can
	 * create, in order; each is put behind the last item
	 */
	public static List<ConversationItemCreate> events(List<? extends Item> items) {
		return RestoredItems.events(items);
	}

	/**
	 * Return the id that an item has after its restoration. It is the same unless it is
	 * too long for an id that a client chooses: some servers use UUIDs.
	 * @param id the id that the server gave
	 * @return an id of at most 32 characters, always the same one for the same id
	 */
	public static String restoredId(String id) {
		return RestoredItems.id(id);
	}

}
