package io.realtime4j.session.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionResumed;
import io.realtime4j.session.SessionSuspended;
import org.jspecify.annotations.Nullable;

/**
 * The listener lane of a session: what listeners have yet to hear, delivered in order and
 * one at a time by an executor. It never refuses an entry; being full, it asks for
 * reading to be suspended.
 */
final class Inbox {

	/**
	 * How many entries one task delivers before it lets those of other sessions run.
	 */
	private static final int BATCH = 64;

	/**
	 * How many entries are taken together, so that who puts and who delivers seldom wait
	 * for each other.
	 */
	private static final int TAKEN_AT_ONCE = 16;

	/**
	 * Entries taken at a time. They no longer count as waiting, so they must be few.
	 */
	private static final long BYTES_AT_ONCE = 64 * 1024;

	private final Deque<Entry> entries = new ArrayDeque<>(1);

	private final SessionLimits limits;

	private final SessionExecutor executor;

	private final Consumer<Entry> delivery;

	private final Pressure pressure;

	private final AtomicLong bytes = new AtomicLong();

	private boolean delivering;

	private boolean full;

	private boolean closed;

	Inbox(SessionLimits limits, SessionExecutor executor, Consumer<Entry> delivery, Pressure pressure) {
		this.limits = limits;
		this.executor = executor;
		this.delivery = delivery;
		this.pressure = pressure;
	}

	void put(RealtimeMessage message, @Nullable String json) {
		synchronized (this.entries) {
			if (this.closed) {
				return;
			}
			this.closed = message instanceof SessionClosed;
			add(new Entry(message, json));
			if (!this.closed && !this.full && isOver(this.limits.inboxEvents(), this.limits.inboxBytes())) {
				this.full = true;
				add(new Entry(new SessionSuspended(this.entries.size(), this.bytes.get()), null));
				this.pressure.suspend();
			}
			if (this.delivering) {
				return;
			}
			this.delivering = true;
		}
		if (!schedule()) {
			onRejected();
		}
	}

	/**
	 * Return the length of what is queued. May be called by any thread.
	 */
	long size() {
		return this.bytes.get();
	}

	/**
	 * Return how many entries are queued. May be called by any thread.
	 */
	int count() {
		synchronized (this.entries) {
			return this.entries.size();
		}
	}

	private boolean isOver(int events, long size) {
		return this.entries.size() > events || this.bytes.get() > size;
	}

	private void add(Entry entry) {
		this.entries.add(entry);
		this.bytes.addAndGet(entry.bytes());
	}

	private boolean schedule() {
		try {
			this.executor.execute(this::deliver);
			return true;
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
	}

	private void onRejected() {
		synchronized (this.entries) {
			// The next entry tries again
			this.delivering = false;
			if (this.executor.isShutdown()) {
				// Nobody listens any more, and the rest of the session goes on
				this.entries.clear();
				this.bytes.set(0);
				relieve();
			}
		}
	}

	private void deliver() {
		do {
			int left = BATCH;
			while (left > 0) {
				List<Entry> taken = take(Math.min(left, TAKEN_AT_ONCE));
				if (taken.isEmpty()) {
					return;
				}
				taken.forEach(this.delivery);
				left -= taken.size();
			}
		}
		while (!schedule());
	}

	private List<Entry> take(int most) {
		synchronized (this.entries) {
			List<Entry> taken = new ArrayList<>();
			long size = 0;
			while (taken.size() < most && size < BYTES_AT_ONCE && !this.entries.isEmpty()) {
				Entry entry = this.entries.remove();
				size += entry.bytes();
				taken.add(entry);
			}
			this.bytes.addAndGet(-size);
			this.delivering = !taken.isEmpty();
			if (this.full && this.delivering && !this.closed
					&& !isOver(this.limits.inboxEvents() / 2, this.limits.inboxBytes() / 2)) {
				add(new Entry(new SessionResumed(), null));
				relieve();
			}
			return taken;
		}
	}

	/**
	 * Apply the pressure to another connection.
	 */
	void renewPressure() {
		synchronized (this.entries) {
			if (this.full) {
				this.pressure.suspend();
			}
		}
	}

	private void relieve() {
		if (this.full) {
			this.full = false;
			this.pressure.resume();
		}
	}

	/**
	 * Something to tell the listeners.
	 */
	record Entry(RealtimeMessage message, @Nullable String json) {

		long bytes() {
			return (this.json != null) ? this.json.length() : 0;
		}

	}

	/**
	 * Slows the server down.
	 */
	interface Pressure {

		void suspend();

		void resume();

	}

}
