package io.realtime4j.spring.phone.engine;

import java.util.ArrayDeque;
import java.util.Deque;

import io.realtime4j.spring.bridge.connection.PageOutput;
import org.jspecify.annotations.Nullable;

/**
 * Gives a carrier no more messages than its queue takes, frames and marks alike. The rest
 * waits until the carrier tells what was heard, or must have played all that it was
 * given. Not thread-safe.
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
	static final long PATIENCE_MILLIS = 5000;

	private final Deque<Waiting> waiting = new ArrayDeque<>();

	private final PhoneDialect dialect;

	private final PageOutput output;

	private final Runnable onOverflow;

	private long waitingBytes;

	private long messages;

	private long given;

	private long heard;

	private boolean held;

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
		this.messages++;
		add(new Waiting(frame, null));
	}

	/**
	 * Ask to be told when all before was heard.
	 * @param name the name of the mark
	 * @return how many messages there were since the queue was cleared, this one included
	 */
	long mark(String name) {
		this.messages++;
		add(new Waiting(null, name));
		return this.messages;
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
		if (this.held || this.given - this.heard >= this.dialect.maxQueuedMessages()) {
			return false;
		}
		this.given++;
		if (next.mark() != null) {
			this.dialect.mark(this.output, next.mark());
		}
		else if (next.frame() != null) {
			this.dialect.play(this.output, next.frame());
		}
		return true;
	}

	/**
	 * Note what was heard.
	 * @param messages the number of messages since the queue was cleared
	 */
	void heard(long messages) {
		this.heard = messages;
		giveWaiting();
	}

	/**
	 * Note whether the carrier takes anything.
	 * @param held whether everything waits
	 */
	void hold(boolean held) {
		this.held = held;
		giveWaiting();
	}

	private void giveWaiting() {
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
		else if (nowMillis - this.watchedSince >= this.dialect.maxQueuedMessages() * FRAME_MILLIS + PATIENCE_MILLIS) {
			this.held = false;
			heard(this.given);
		}
	}

	/**
	 * Forget what waits, and what the carrier was given.
	 */
	void clear() {
		this.waiting.clear();
		this.waitingBytes = 0;
		this.held = false;
		this.messages = 0;
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
