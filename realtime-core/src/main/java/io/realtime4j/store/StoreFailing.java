package io.realtime4j.store;

/**
 * Event published when a conversation cannot be written, or not within the time that a
 * write may take. What is said is kept in memory and written later; the event is
 * published once until {@link StoreRecovered} follows.
 *
 * @param conversationId the id of the conversation
 * @param failure what went wrong; a {@link java.util.concurrent.TimeoutException} if the
 * store does not answer
 * @since 0.1.0
 */
public record StoreFailing(String conversationId, Throwable failure) implements StoreEvent {

	@Override
	public String type() {
		return "realtime4j.store.failing";
	}

}
