package io.realtime4j.conversation;

import java.util.List;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.model.item.Item;

/**
 * Factory for events that change the items of a conversation. The history changes when
 * the server acknowledges them.
 *
 * @since 0.1.0
 */
public final class ConversationEdits {

	private static final String FIRST = "root";

	private ConversationEdits() {
	}

	/**
	 * Add an item at the end.
	 * @param item the item
	 * @return what to send
	 */
	public static ConversationItemCreate add(Item item) {
		return ConversationItemCreate.of(item);
	}

	/**
	 * Add an item at the beginning.
	 * @param item the item
	 * @return what to send
	 */
	public static ConversationItemCreate addFirst(Item item) {
		return new ConversationItemCreate(null, FIRST, item);
	}

	/**
	 * Add an item after another one.
	 * @param itemId the id of the other item
	 * @param item the item
	 * @return what to send
	 */
	public static ConversationItemCreate addBehind(String itemId, Item item) {
		return new ConversationItemCreate(null, itemId, item);
	}

	/**
	 * Delete an item.
	 * @param itemId the id of the item
	 * @return what to send
	 */
	public static ConversationItemDelete delete(String itemId) {
		return ConversationItemDelete.of(itemId);
	}

	/**
	 * Replace an item.
	 * @param itemId the id of the other item
	 * @param item the item, which must not have that id
	 * @return what to send, in order
	 * @throws IllegalArgumentException if both have the same id: the server would refuse
	 * the item as long as the other one is there
	 */
	public static List<ClientEvent> replace(String itemId, Item item) {
		if (itemId.equals(item.id())) {
			throw new IllegalArgumentException("An item cannot replace itself: give it another id than " + itemId);
		}
		return List.of(addBehind(itemId, item), delete(itemId));
	}

}
