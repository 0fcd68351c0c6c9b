package io.realtime4j.simulator.connection;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Latency of the messages that the server sends, which keep their order. They keep their
 * order.
 *
 * @param delay the least time
 * @param jitter the most that chance adds to it, differently for each message
 * @since 0.1.0
 */
public record Latency(Duration delay, Duration jitter) {

	/**
	 * No latency.
	 */
	public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

	/**
	 * Create a new {@link Latency} instance.
	 * @throws IllegalArgumentException if a time is negative
	 */
	public Latency {
		if (delay.isNegative() || jitter.isNegative()) {
			throw new IllegalArgumentException("'delay' and 'jitter' must not be negative");
		}
	}

	Duration next() {
		if (this.jitter.isZero()) {
			return this.delay;
		}
		return this.delay.plusNanos(ThreadLocalRandom.current().nextLong(this.jitter.toNanos() + 1));
	}

}
