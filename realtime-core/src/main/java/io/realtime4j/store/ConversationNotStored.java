package io.realtime4j.store;

/**
 * Event published when the last part of a conversation whose session has ended was given
 * up: too many wait for a store that fails, or the application stops.
 *
 * @param conversationId the id of the conversation
 * @since 0.1.0
 */
public record ConversationNotStored(String conversationId) implements StoreEvent {

	@Override
	public String type() {
		return "realtime4j.store.conversation_not_stored";
	}

}
