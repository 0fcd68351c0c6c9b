package io.realtime4j.webhook;

import java.time.Duration;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/**
 * Window of time in which a signed request is accepted, so that it cannot be sent again
 * later. Used by all threads.
 *
 * @since 0.1.0
 */
public final class SignatureTime {

	private static final int MAX_LENGTH = 12;

	private final Duration tolerance;

	private final InstantSource clock;

	/**
	 * Create a window.
	 * @param tolerance how far the time of a request may be from the clock, in both
	 * directions
	 * @param clock the clock
	 * @throws IllegalArgumentException if the tolerance is not positive
	 */
	public SignatureTime(Duration tolerance, InstantSource clock) {
		if (tolerance.isNegative() || tolerance.isZero()) {
			throw new IllegalArgumentException("The tolerance must be positive");
		}
		this.tolerance = tolerance;
		this.clock = clock;
	}

	/**
	 * Check the time of a request.
	 * @param timestamp its time, in seconds since 1970 (UTC), or {@code null} if absent
	 * @throws WebhookException if it is no time, or not now
	 */
	public void check(@Nullable String timestamp) {
		if (timestamp == null || timestamp.isEmpty() || timestamp.length() > MAX_LENGTH
				|| !timestamp.chars().allMatch((digit) -> digit >= '0' && digit <= '9')) {
			throw new WebhookException(WebhookException.Reason.HEADERS,
					"The time of the webhook must be in whole seconds");
		}
		long difference = Math.abs(Long.parseLong(timestamp) - this.clock.instant().getEpochSecond());
		if (difference > this.tolerance.toSeconds()) {
			throw new WebhookException(WebhookException.Reason.TIMESTAMP,
					"The time of the webhook is too far from that of this application");
		}
	}

}
