package io.realtime4j.simulator.response;

import java.time.Duration;
import java.time.Instant;

/**
 * Internal budget of the tokens that all sessions of a simulator may use in a minute.
 * What was consumed comes back evenly.
 *
 * @since 0.1.0
 */
public final class TokenBudget {

	private static final double MINUTE_SECONDS = 60;

	private static final double NANOS_PER_SECOND = 1e9;

	private final long limit;

	private double consumed;

	private Instant measuredAt = Instant.MIN;

	/**
	 * Create a new {@link TokenBudget} instance.
	 * @param limit tokens per minute
	 */
	public TokenBudget(long limit) {
		this.limit = limit;
	}

	/**
	 * Return how many tokens a minute has.
	 * @return tokens per minute
	 */
	public long limit() {
		return this.limit;
	}

	/**
	 * Return how many tokens are left.
	 * @param now the present
	 * @return the number of tokens, not below 0
	 */
	public synchronized long remaining(Instant now) {
		recover(now);
		return Math.max(0, this.limit - (long) Math.ceil(this.consumed));
	}

	/**
	 * Consume tokens, even those that are not left.
	 * @param tokens the number of tokens
	 * @param now the present
	 */
	public synchronized void consume(long tokens, Instant now) {
		recover(now);
		this.consumed += tokens;
	}

	/**
	 * Return how long it takes until all tokens are back.
	 * @param now the present
	 * @return seconds
	 */
	public synchronized double resetSeconds(Instant now) {
		recover(now);
		return this.consumed * MINUTE_SECONDS / this.limit;
	}

	private void recover(Instant now) {
		if (this.consumed > 0 && now.isAfter(this.measuredAt)) {
			double seconds = Duration.between(this.measuredAt, now).toNanos() / NANOS_PER_SECOND;
			this.consumed = Math.max(0, this.consumed - seconds * this.limit / MINUTE_SECONDS);
		}
		this.measuredAt = now;
	}

}
