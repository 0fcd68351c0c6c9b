package io.realtime4j.spring.external;

import java.time.Duration;

/**
 * Internal settings of an {@link ExternalOutbox}.
 *
 * @param queueSize how many events of a session wait at most
 * @param maxAttempts how often an event is tried
 * @param backoff how long to wait before the second attempt; twice as long before each
 * next one
 * @since 0.1.0
 */
public record ExternalOutboxSettings(int queueSize, int maxAttempts, Duration backoff) {

	private static final Duration MAX_BACKOFF = Duration.ofSeconds(30);

	private static final int MAX_DOUBLINGS = 16;

	/**
	 * Return how long to wait after attempts that failed.
	 */
	Duration delay(int attempts) {
		Duration delay = this.backoff.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
		return (delay.compareTo(MAX_BACKOFF) < 0) ? delay : MAX_BACKOFF;
	}

}
