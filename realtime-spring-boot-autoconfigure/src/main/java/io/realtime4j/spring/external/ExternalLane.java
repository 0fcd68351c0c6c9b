package io.realtime4j.spring.external;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Events of one session that wait to be published, one after the other.
 */
final class ExternalLane {

	private final Deque<ExternalEvent> waiting = new ArrayDeque<>();

	private final CompletableFuture<Void> empty = new CompletableFuture<>();

	private final VoiceSession session;

	private final int limit;

	private boolean running;

	private boolean hurried;

	private int attempts;

	private long dropped;

	ExternalLane(VoiceSession session, int limit) {
		this.session = session;
		this.limit = limit;
	}

	VoiceSession session() {
		return this.session;
	}

	/**
	 * Add an event. For the end of a session there is always a place.
	 * @return {@code false} if it has none and is given up
	 */
	synchronized boolean add(ExternalEvent event) {
		if (this.waiting.size() >= this.limit && !(event instanceof SessionEnded)) {
			this.dropped++;
			return false;
		}
		return this.waiting.add(event);
	}

	/**
	 * Begin to publish, unless that is under way or there is nothing to publish.
	 * @return whether the caller publishes
	 */
	synchronized boolean begin() {
		if (this.running || this.waiting.isEmpty()) {
			return false;
		}
		this.running = true;
		return true;
	}

	/**
	 * Return the next event, or {@code null} if the caller has published all.
	 */
	synchronized @Nullable ExternalEvent next() {
		ExternalEvent next = this.waiting.peek();
		if (next == null) {
			end();
		}
		return next;
	}

	synchronized void done() {
		this.attempts = 0;
		this.waiting.poll();
	}

	/**
	 * Count an attempt that failed.
	 * @return how many there were for the next event
	 */
	synchronized int fail() {
		return ++this.attempts;
	}

	synchronized int attempts() {
		return this.attempts;
	}

	synchronized void giveUp() {
		done();
		this.dropped++;
	}

	synchronized void pause() {
		this.running = false;
	}

	synchronized void end() {
		this.running = false;
		if (this.hurried) {
			this.empty.complete(null);
		}
	}

	/**
	 * Wait no longer between attempts.
	 */
	synchronized void hurry() {
		this.hurried = true;
		if (!this.running && this.waiting.isEmpty()) {
			this.empty.complete(null);
		}
	}

	synchronized boolean isHurried() {
		return this.hurried;
	}

	/**
	 * Return what completes when nothing waits, after {@link #hurry()}.
	 */
	CompletableFuture<Void> empty() {
		return this.empty;
	}

	synchronized long takeDropped() {
		long count = this.dropped;
		this.dropped = 0;
		return count;
	}

	synchronized int size() {
		return this.waiting.size();
	}

}
