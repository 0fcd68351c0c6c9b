package io.realtime4j.spring.operation;

import io.realtime4j.session.ClosedByPolicy;

/**
 * Close cause when somebody who operates the application ended the session.
 *
 * @since 0.1.0
 */
public record ClosedByOperator() implements ClosedByPolicy {

	@Override
	public String message() {
		return "The session was ended by an operator of the application";
	}

}
