package io.realtime4j.spring.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * {@link WebhookIds} in the memory of this application. Only the service fills it, at the
 * rate of its events: requests are verified before.
 *
 * @since 0.1.0
 */
public final class InMemoryWebhookIds implements WebhookIds {

	private static final int SWEEP = 1024;

	private final Map<String, Instant> ids = new HashMap<>();

	private final InstantSource clock;

	private int sweepAt = SWEEP;

	/**
	 * Create a memory.
	 * @param clock the clock
	 */
	public InMemoryWebhookIds(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public synchronized boolean add(String id, Instant until) {
		Instant now = this.clock.instant();
		if (this.ids.size() >= this.sweepAt) {
			this.ids.values().removeIf((end) -> end.isBefore(now));
			this.sweepAt = Math.max(SWEEP, 2 * this.ids.size());
		}
		Instant known = this.ids.get(id);
		if (known != null && !known.isBefore(now)) {
			return false;
		}
		this.ids.put(id, until);
		return true;
	}

	@Override
	public synchronized void remove(String id) {
		this.ids.remove(id);
	}

	synchronized int size() {
		return this.ids.size();
	}

}
