package io.realtime4j.spring.bridge;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts what users have, and bounds it.
 */
final class SessionSlots {

	private final Map<String, Integer> taken = new HashMap<>();

	private final int max;

	private final int maxPerUser;

	private int total;

	SessionSlots(int max, int maxPerUser) {
		this.max = max;
		this.maxPerUser = maxPerUser;
	}

	synchronized boolean take(String user) {
		int own = this.taken.getOrDefault(user, 0);
		if (this.total >= this.max || own >= this.maxPerUser) {
			return false;
		}
		this.taken.put(user, own + 1);
		this.total++;
		return true;
	}

	synchronized void release(String user) {
		this.taken.computeIfPresent(user, (same, count) -> (count > 1) ? count - 1 : null);
		this.total--;
	}

}
