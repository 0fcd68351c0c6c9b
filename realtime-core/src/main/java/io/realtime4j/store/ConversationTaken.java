package io.realtime4j.store;

/**
 * Event published when a session has lost its conversation, and writes nothing more of
 * it: somebody has taken it over, so that the session ends with {@link ClosedByTakeOver},
 * or it was deleted.
 *
 * @param conversationId the id of the conversation
 * @param deleted whether it was deleted; the session goes on then
 * @since 0.1.0
 */
public record ConversationTaken(String conversationId, boolean deleted) implements StoreEvent {

	@Override
	public String type() {
		return "realtime4j.store.conversation_taken";
	}

}
