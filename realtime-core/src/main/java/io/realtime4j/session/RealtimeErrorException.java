package io.realtime4j.session;

import io.realtime4j.model.error.RealtimeError;

/**
 * Exception for a future of a client event that the server answered with an {@code error}
 * event.
 *
 * @since 0.1.0
 */
public class RealtimeErrorException extends RuntimeException {

	private final transient RealtimeError error;

	/**
	 * Create an exception.
	 * @param error the error as the server describes it
	 */
	public RealtimeErrorException(RealtimeError error) {
		super(ConnectionEnded.explain(error));
		this.error = error;
	}

	/**
	 * Return the error as the server describes it.
	 * @return the error
	 */
	public RealtimeError error() {
		return this.error;
	}

}
