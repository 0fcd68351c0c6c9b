package io.realtime4j.spring.bridge.access;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * Internal limit of the number of sessions of each user.
 */
public final class SessionSlots {

	private final Map<String, Integer> taken = new HashMap<>();

	private final int max;

	private int total;

	/**
	 * Create slots.
	 * @param max the number for all users
	 */
	public SessionSlots(int max) {
		this.max = max;
	}

	private synchronized boolean take(String user, int maxOfUser) {
		if (!isFree(user, maxOfUser)) {
			return false;
		}
		this.taken.merge(user, 1, Integer::sum);
		this.total++;
		return true;
	}

	private synchronized void release(String user) {
		this.taken.computeIfPresent(user, (same, count) -> (count > 1) ? count - 1 : null);
		this.total--;
	}

	private boolean isFree(String user, int maxOfUser) {
		return this.total < this.max && this.taken.getOrDefault(user, 0) < maxOfUser;
	}

	/**
	 * Return how many places each user has.
	 */
	synchronized Map<String, Integer> counts() {
		return Map.copyOf(this.taken);
	}

	synchronized int count(String user) {
		return this.taken.getOrDefault(user, 0);
	}

	synchronized boolean isFull() {
		return this.total >= this.max;
	}

	/**
	 * Take a place that is given back once, however often that is tried.
	 * @param user who takes it
	 * @param maxOfUser the number for this user
	 * @return the place, or {@code null} if there is none
	 */
	public @Nullable Place place(String user, int maxOfUser) {
		return take(user, maxOfUser) ? new Place(this, user, new AtomicBoolean()) : null;
	}

	/**
	 * A place that somebody has.
	 *
	 * @param slots where it is counted
	 * @param user who has it
	 * @param free whether it was given back
	 */
	public record Place(SessionSlots slots, String user, AtomicBoolean free) {

		public void release() {
			if (this.free.compareAndSet(false, true)) {
				this.slots.release(this.user);
			}
		}

	}

}
