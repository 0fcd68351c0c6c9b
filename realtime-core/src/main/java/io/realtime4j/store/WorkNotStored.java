package io.realtime4j.store;

/**
 * Event published when a tool or delegated work begins though the store does not know of
 * it: the store fails, or is too slow. If the node dies before the store is told, whoever
 * goes on with the conversation may do the same again.
 *
 * @param conversationId the id of the conversation
 * @param workId the id of the call, or of the delegation
 * @since 0.1.0
 */
public record WorkNotStored(String conversationId, String workId) implements StoreEvent {

	@Override
	public String type() {
		return "realtime4j.store.work_not_stored";
	}

}
