package io.realtime4j.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Policy for reconnecting when a connection is lost, or refused for a temporary reason:
 * after a random delay up to a bound that doubles with each attempt ("exponential backoff
 * with full jitter"), so that many sessions do not return at the same moment.
 *
 * @param maxAttempts the most attempts in a row; zero for none
 * @param initialDelay the bound of the first delay
 * @param maxDelay the largest bound of a delay; a server that asks to wait longer is
 * obeyed
 * @param bufferedAudio how much input audio waits for the connection at most, and how
 * much of what was being said when it broke is sent again; the oldest is dropped
 * @param handOverBefore how long before the server's limit of a session a fresh
 * connection takes over, between two responses; {@code null} to let the server end the
 * session first
 * @since 0.1.0
 */
public record ReconnectPolicy(int maxAttempts, Duration initialDelay, Duration maxDelay, Duration bufferedAudio,
		@Nullable Duration handOverBefore) {

	private static final int MAX_ATTEMPTS = 30;

	private static final int MAX_DOUBLINGS = 30;

	/**
	 * Create a new {@link ReconnectPolicy} instance.
	 */
	public ReconnectPolicy {
		if (maxAttempts < 0 || initialDelay.isNegative() || maxDelay.compareTo(initialDelay) < 0
				|| bufferedAudio.isNegative() || (handOverBefore != null && handOverBefore.isNegative())) {
			throw new IllegalArgumentException(
					"No value may be negative, and 'maxDelay' must not be less than 'initialDelay'");
		}
	}

	/**
	 * Return the defaults: 30 attempts, at first within 500 ms, later within 30 s; 5 s of
	 * audio wait; a fresh connection takes over 60 s before the limit.
	 * @return the defaults
	 */
	public static ReconnectPolicy defaults() {
		return new ReconnectPolicy(MAX_ATTEMPTS, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(5),
				Duration.ofSeconds(60));
	}

	/**
	 * Return a policy without reconnects: a session ends with its connection.
	 * @return the policy
	 */
	public static ReconnectPolicy none() {
		return new ReconnectPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, null);
	}

	/**
	 * Return the delay before an attempt.
	 * @param attempt the number of the attempt, from 1
	 * @param random a random number from 0 (inclusive) to 1 (exclusive)
	 * @param atLeast how long the server asks to wait, or {@code null}
	 * @return the delay
	 */
	public Duration delay(int attempt, double random, @Nullable Duration atLeast) {
		long bound = this.initialDelay.toMillis() << Math.min(attempt - 1, MAX_DOUBLINGS);
		Duration delay = Duration.ofMillis((long) (random * Math.min(bound, this.maxDelay.toMillis())));
		return (atLeast != null) ? atLeast.plus(delay) : delay;
	}

}
