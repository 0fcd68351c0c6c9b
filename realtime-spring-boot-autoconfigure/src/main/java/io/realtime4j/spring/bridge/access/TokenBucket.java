package io.realtime4j.spring.bridge.access;

import java.time.InstantSource;

/**
 * Internal token bucket: a rate is allowed, with a burst of the size of the bucket. Not
 * thread-safe.
 */
public final class TokenBucket {

	private static final double MILLIS_PER_SECOND = 1000;

	private final double perSecond;

	private final double capacity;

	private final InstantSource clock;

	private double available;

	private long last;

	/**
	 * Create a full bucket.
	 * @param perSecond the tokens that are added per second
	 * @param capacity the maximum number of tokens
	 * @param clock the clock
	 */
	public TokenBucket(double perSecond, double capacity, InstantSource clock) {
		this.perSecond = perSecond;
		this.capacity = capacity;
		this.clock = clock;
		this.available = capacity;
		this.last = clock.millis();
	}

	/**
	 * Take something if there is enough.
	 * @param amount how much
	 * @return whether there was enough
	 */
	public boolean take(long amount) {
		long now = this.clock.millis();
		double brought = Math.max(0, now - this.last) * this.perSecond / MILLIS_PER_SECOND;
		this.last = now;
		this.available = Math.min(this.capacity, this.available + brought);
		if (amount > this.available) {
			return false;
		}
		this.available -= amount;
		return true;
	}

}
