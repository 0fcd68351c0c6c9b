package io.realtime4j.store;

/**
 * Event published when an item is too large to be stored, or when a store has failed for
 * so long that the session has no room for what waits. The rest of the conversation is
 * stored without it.
 *
 * @param conversationId the id of the conversation
 * @param itemId the id of the item
 * @param length how long it is as JSON, in characters
 * @since 0.1.0
 */
public record ItemNotStored(String conversationId, String itemId, int length) implements StoreEvent {

	@Override
	public String type() {
		return "realtime4j.store.item_not_stored";
	}

}
