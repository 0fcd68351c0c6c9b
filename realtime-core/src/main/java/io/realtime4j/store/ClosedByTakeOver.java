package io.realtime4j.store;

import io.realtime4j.session.ClosedByPolicy;

/**
 * Close cause when another session, mostly on another node, has taken the conversation
 * over and goes on with it.
 *
 * @param conversationId the id of the conversation
 * @since 0.1.0
 */
public record ClosedByTakeOver(String conversationId) implements ClosedByPolicy {

	@Override
	public String message() {
		return "Another session goes on with the conversation " + this.conversationId;
	}

}
