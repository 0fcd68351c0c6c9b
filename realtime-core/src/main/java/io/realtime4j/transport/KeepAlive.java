package io.realtime4j.transport;

import java.time.Duration;

/**
 * Settings for detecting dead connections, for example when the other side has lost
 * power. Where nothing arrives for a while a ping is sent, which every WebSocket answers.
 *
 * @param interval how long nothing may arrive before a ping is sent; zero for never
 * @param timeout how long nothing may arrive, answers to pings included, before the
 * connection counts as lost; at least twice the interval
 * @since 0.1.0
 */
public record KeepAlive(Duration interval, Duration timeout) {

	/**
	 * Create a new {@link KeepAlive} instance.
	 */
	public KeepAlive {
		if (interval.isNegative() || (!interval.isZero() && timeout.compareTo(interval.multipliedBy(2)) < 0)) {
			throw new IllegalArgumentException("'interval' must not be negative and 'timeout' at least twice as long");
		}
	}

	/**
	 * Return the defaults: a ping after 10 s, lost after 30 s.
	 * @return the defaults
	 */
	public static KeepAlive defaults() {
		return new KeepAlive(Duration.ofSeconds(10), Duration.ofSeconds(30));
	}

	/**
	 * Return settings without pings and without a time-out.
	 * @return no keep-alive
	 */
	public static KeepAlive none() {
		return new KeepAlive(Duration.ZERO, Duration.ZERO);
	}

	/**
	 * Return whether dead connections are detected.
	 * @return whether they are
	 */
	public boolean isEnabled() {
		return !this.interval.isZero();
	}

}
