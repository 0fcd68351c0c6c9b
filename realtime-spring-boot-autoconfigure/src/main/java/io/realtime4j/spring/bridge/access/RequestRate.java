package io.realtime4j.spring.bridge.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Internal limit of the rate of requests of each user.
 */
public final class RequestRate {

	/**
	 * The most users that are known at a time. Who was here longest ago is forgotten
	 * first.
	 */
	private static final int MAX_USERS = 10_000;

	private static final float LOAD_FACTOR = 0.75f;

	private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, LOAD_FACTOR, true);

	private final int number;

	private final Duration period;

	private final InstantSource clock;

	/**
	 * Create a limit.
	 * @param number the number of requests that a user may make in a period, and at once
	 * @param period the period
	 * @param clock the clock
	 */
	public RequestRate(int number, Duration period, InstantSource clock) {
		this.number = number;
		this.period = period;
		this.clock = clock;
	}

	/**
	 * Return the period after which a user may make as many requests as at first.
	 * @return the period
	 */
	public Duration period() {
		return this.period;
	}

	/**
	 * Take a request of a user.
	 * @param user the user
	 * @return whether the user has not asked too often
	 */
	public synchronized boolean take(String user) {
		long now = this.clock.millis();
		forget(now);
		Bucket bucket = this.buckets.get(user);
		TokenBucket requests = (bucket != null) ? bucket.requests()
				: new TokenBucket((double) this.number / this.period.toSeconds(), this.number, this.clock);
		this.buckets.put(user, new Bucket(requests, now));
		return requests.take(1);
	}

	synchronized int users() {
		return this.buckets.size();
	}

	// After this time a bucket is as full as a new one
	private void forget(long now) {
		Iterator<Bucket> oldest = this.buckets.values().iterator();
		while (oldest.hasNext()) {
			boolean full = oldest.next().last() + this.period.toMillis() <= now;
			if (!full && this.buckets.size() < MAX_USERS) {
				return;
			}
			oldest.remove();
		}
	}

	/**
	 * Allowance of a user: the requests that are still left.
	 *
	 * @param requests the requests
	 * @param last when the user last asked
	 */
	private record Bucket(TokenBucket requests, long last) {

	}

}
