package io.realtime4j.transport;

/**
 * End of a connection without a close frame.
 *
 * @param problem what went wrong, without secrets
 * @since 0.1.0
 */
public record ConnectionLost(String problem) implements ConnectionEnd {

	@Override
	public String message() {
		return "The connection was lost: " + this.problem;
	}

}
