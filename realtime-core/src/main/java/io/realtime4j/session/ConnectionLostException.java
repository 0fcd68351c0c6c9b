package io.realtime4j.session;

/**
 * Exception for a future whose answer may have begun when the connection ended. The
 * session continues, but the answer is lost; the application may request it again.
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
	 * Return the cause of the loss.
	 * @return the cause
	 */
	public CloseCause connectionCause() {
		return this.connectionCause;
	}

}
