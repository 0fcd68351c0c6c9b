package io.realtime4j.session;

import java.time.Duration;

/**
 * The server did not answer in time, or did not go on with what it had begun. Thrown into
 * the future of who waits for it; the session goes on.
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
