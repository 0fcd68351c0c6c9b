package io.realtime4j.session;

/**
 * The connection ended when the server may have begun to answer. The session goes on, but
 * the answer is lost; to ask again is up to the application.
 *
 * @since 0.1.0
 */
public class ConnectionLostException extends RuntimeException {

	private final transient CloseCause connectionCause;

	/**
	 * Create an exception.
	 * @param cause what became of the connection
	 */
	public ConnectionLostException(CloseCause cause) {
		super("The connection ended before the response did. " + cause.message());
		this.connectionCause = cause;
	}

	/**
	 * Return what became of the connection.
	 * @return the cause
	 */
	public CloseCause connectionCause() {
		return this.connectionCause;
	}

}
