package io.realtime4j.session;

import java.time.Duration;

/**
 * Exception for a future whose answer the server did not begin, or did not finish, in
 * time. The session continues.
 *
 * @since 0.1.0
 */
public class AnswerTimeoutException extends RuntimeException {

	private final transient AnswerTimedOut timedOut;

	/**
	 * Create an exception.
	 * @param timedOut the wait that ended
	 */
	public AnswerTimeoutException(AnswerTimedOut timedOut) {
		super(timedOut.message());
		this.timedOut = timedOut;
	}

	/**
	 * Return the event that was awaited.
	 * @return the type of the event, such as {@code response.done}
	 */
	public String awaited() {
		return this.timedOut.awaited();
	}

	/**
	 * Return how long there was no progress.
	 * @return the time-out
	 */
	public Duration timeout() {
		return this.timedOut.timeout();
	}

}
