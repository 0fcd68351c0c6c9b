package io.realtime4j.session.context;

/**
 * Exception thrown when a session is to be created, or to begin anew, while the
 * {@link SessionAdmission} of the application lets none begin.
 *
 * @since 0.1.0
 */
public class SessionNotAdmittedException extends IllegalStateException {

	/**
	 * Create an exception.
	 * @param reason why no session may begin
	 */
	public SessionNotAdmittedException(String reason) {
		super(reason);
	}

}
