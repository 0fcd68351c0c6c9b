package io.realtime4j.store;

/**
 * Event published when a conversation that could not be written is written again, with
 * all that was said meanwhile.
 *
 * @param conversationId the id of the conversation
 * @param attempts how many writes had failed or were late
 * @since 0.1.0
 */
public record StoreRecovered(String conversationId, int attempts) implements StoreEvent {

	@Override
	public String type() {
		return "realtime4j.store.recovered";
	}

}
