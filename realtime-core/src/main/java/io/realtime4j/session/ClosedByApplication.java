package io.realtime4j.session;

/**
 * Close cause when the application closed the session.
 *
 * @since 0.1.0
 */
public record ClosedByApplication() implements CloseCause {

	@Override
	public String message() {
		return "The application closed the session";
	}

}
