package io.realtime4j.session;

/**
 * Exception thrown when a session has ended, or ends before it did what was requested.
 *
 * @since 0.1.0
 */
public class SessionClosedException extends RuntimeException {

	private final transient CloseCause closeCause;

	/**
	 * Create an exception.
	 * @param closeCause why the session ended
	 */
	public SessionClosedException(CloseCause closeCause) {
		super(closeCause.message());
		this.closeCause = closeCause;
	}

	/**
	 * Return the reason why the session ended.
	 * @return the cause
	 */
	public CloseCause closeCause() {
		return this.closeCause;
	}

}
