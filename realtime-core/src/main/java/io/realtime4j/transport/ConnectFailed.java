package io.realtime4j.transport;

/**
 * End when the connection could not be opened: name resolution, TCP, TLS or an invalid
 * handshake.
 *
 * @param problem what went wrong, without secrets
 * @param permanent whether another attempt would fail in the same way, as with a
 * certificate that is not trusted
 * @since 0.1.0
 */
public record ConnectFailed(String problem, boolean permanent) implements ConnectionEnd {

	/**
	 * Create the end of an attempt that may go well another time.
	 * @param problem what went wrong, without secrets
	 */
	public ConnectFailed(String problem) {
		this(problem, false);
	}

	@Override
	public String message() {
		return "The server could not be reached: " + this.problem;
	}

}
