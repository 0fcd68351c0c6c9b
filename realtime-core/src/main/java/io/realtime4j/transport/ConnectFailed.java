package io.realtime4j.transport;

/**
 * The connection could not be opened: name resolution, TCP, TLS or a broken handshake.
 *
 * @param problem what went wrong, without secrets
 * @since 0.1.0
 */
public record ConnectFailed(String problem) implements ConnectionEnd {

	@Override
	public String message() {
		return "The server could not be reached: " + this.problem;
	}

}
