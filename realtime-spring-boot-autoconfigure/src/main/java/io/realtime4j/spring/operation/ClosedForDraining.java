package io.realtime4j.spring.operation;

import io.realtime4j.session.ClosedByPolicy;

/**
 * Close cause when an operator drains the application: its sessions end, and its users
 * are to be served elsewhere.
 *
 * @since 0.1.0
 */
public record ClosedForDraining() implements ClosedByPolicy {

	@Override
	public String message() {
		return "The session was ended because the application is drained";
	}

}
