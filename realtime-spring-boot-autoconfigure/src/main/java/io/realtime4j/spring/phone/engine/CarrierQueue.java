package io.realtime4j.spring.phone.engine;

import java.util.ArrayDeque;
import java.util.Deque;

import io.realtime4j.spring.bridge.connection.PageOutput;
import org.jspecify.annotations.Nullable;

/**
 * Gives a carrier no more audio than its queue takes. The rest waits until the carrier
 * tells what was heard, or must have played all that it was given. Not thread-safe.
 */
final class CarrierQueue {

	/**
	 * More minutes than any answer has, at any rate.
	 */
	static final int MAX_WAITING = 16 * 1024 * 1024;

	private static final long FRAME_MILLIS = 20;

	/**
	 * How much later than it should have a carrier may tell what was heard.
	 */
	private static final long PATIENCE_MILLIS = 5000;

	private final Deque<Waiting> waiting = new ArrayDeque<>();

	private final PhoneDialect dialect;

	private final PageOutput output;

	private final Runnable onOverflow;

	private long waitingBytes;

	private long frames;

	private long given;

	private long heard;

	private boolean overflowed;

	private long watched = -1;

	private long watchedSince;

	/**
	 * Create a queue.
	 * @param dialect knows how much the carrier takes
	 * @param output leads to the carrier
	 * @param onOverflow is told once when too much waits; must not block
	 */
	CarrierQueue(PhoneDialect dialect, PageOutput output, Runnable onOverflow) {
		this.dialect = dialect;
		this.output = output;
		this.onOverflow = onOverflow;
	}

	void play(byte[] frame) {
		this.frames++;
		add(new Waiting(frame, null));
	}

	void mark(String name) {
		add(new Waiting(null, name));
	}

	private void add(Waiting next) {
		if (this.waiting.isEmpty() && give(next)) {
			return;
		}
		if (this.waitingBytes + next.size() <= MAX_WAITING) {
			this.waitingBytes += next.size();
			this.waiting.add(next);
		}
		else if (!this.overflowed) {
			this.overflowed = true;
			this.onOverflow.run();
		}
	}

	private boolean give(Waiting next) {
		if (next.mark() != null) {
			this.dialect.mark(this.output, next.mark());
		}
		else if (next.frame() != null) {
			if (this.given - this.heard >= this.dialect.maxQueuedFrames()) {
				return false;
			}
			this.given++;
			this.dialect.play(this.output, next.frame());
		}
		return true;
	}

	/**
	 * Return how many frames were played, given to the carrier or not.
	 * @return the number since the queue was cleared
	 */
	long frames() {
		return this.frames;
	}

	/**
	 * Note what was heard.
	 * @param frames the number of frames since the queue was cleared
	 */
	void heard(long frames) {
		this.heard = frames;
		while (!this.waiting.isEmpty() && give(this.waiting.element())) {
			this.waitingBytes -= this.waiting.remove().size();
		}
	}

	/**
	 * Look whether the carrier has told nothing for longer than it can have played: then
	 * its queue counts as empty, so that a carrier that does not tell is not silent.
	 * @param nowMillis the time
	 */
	void watch(long nowMillis) {
		if (this.waiting.isEmpty() || this.heard != this.watched) {
			this.watched = this.waiting.isEmpty() ? -1 : this.heard;
			this.watchedSince = nowMillis;
		}
		else if (nowMillis - this.watchedSince >= this.dialect.maxQueuedFrames() * FRAME_MILLIS + PATIENCE_MILLIS) {
			heard(this.given);
		}
	}

	/**
	 * Forget what waits, and what the carrier was given.
	 */
	void clear() {
		this.waiting.clear();
		this.waitingBytes = 0;
		this.frames = 0;
		this.given = 0;
		this.heard = 0;
	}

	/**
	 * Something that waits for the carrier.
	 *
	 * @param frame a frame, or {@code null}
	 * @param mark the name of a mark, or {@code null}
	 */
	private record Waiting(byte @Nullable [] frame, @Nullable String mark) {

		int size() {
			return (this.frame != null) ? this.frame.length : 0;
		}

	}

}
