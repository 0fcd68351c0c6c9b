package io.realtime4j.session;

import java.time.Duration;

/**
 * Time-outs of the steps of a session. Every wait for the server ends: a future for the
 * answer fails with {@link AnswerTimeoutException}, {@link AnswerTimedOut} is published,
 * and the session continues. Time in which reading is suspended, because listeners are
 * slow, does not count.
 *
 * @param connect the handshake
 * @param open opening as a whole, until the settings are acknowledged
 * @param close closing, until the connection is cut
 * @param response how long a response may make no progress: from the request to its first
 * event, from each of its events to the next, and from the end of a spoken turn to the
 * answer; also the transcription of what somebody said
 * @param acknowledgement how long the server may take to acknowledge what it has only to
 * take note of: settings, items, and that a response is cancelled
 * @param playback how long after its end a sink may take to report that anything of
 * speech was played; after that all of it counts as played
 * @since 0.1.0
 */
public record SessionTimeouts(Duration connect, Duration open, Duration close, Duration response,
		Duration acknowledgement, Duration playback) {

	private static final Duration RESPONSE = Duration.ofSeconds(60);

	private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(15);

	private static final Duration PLAYBACK = Duration.ofSeconds(30);

	/**
	 * Create a new {@link SessionTimeouts} instance.
	 */
	public SessionTimeouts {
		requirePositive(connect, "connect");
		requirePositive(open, "open");
		requirePositive(close, "close");
		requirePositive(response, "response");
		requirePositive(acknowledgement, "acknowledgement");
		requirePositive(playback, "playback");
	}

	/**
	 * Create time-outs with the default ones for what the server is to answer.
	 * @param connect the handshake
	 * @param open opening as a whole, until the settings are acknowledged
	 * @param close closing, until the connection is cut
	 */
	public SessionTimeouts(Duration connect, Duration open, Duration close) {
		this(connect, open, close, RESPONSE, ACKNOWLEDGEMENT, PLAYBACK);
	}

	private static void requirePositive(Duration timeout, String name) {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("'" + name + "' must be longer than zero");
		}
	}

	/**
	 * Return the defaults: 10 s, 20 s and 5 s, a minute for a response, 15 s for an
	 * acknowledgement and 30 s for playback.
	 * @return the defaults
	 */
	public static SessionTimeouts defaults() {
		return new SessionTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));
	}

}
