package io.realtime4j.spring.phone.asterisk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Audio on its way to Asterisk, which plays at once what it gets and can drop nothing: it
 * waits here until its time has come. A mark is passed when all before it was sent.
 */
final class AudioSocketPlayout {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Deque<Piece> waiting = new ArrayDeque<>();

	private final int maxFrames;

	private int frames;

	private boolean over;

	/**
	 * Create a playout.
	 * @param maxFrames the most frames that may wait
	 */
	AudioSocketPlayout(int maxFrames) {
		this.maxFrames = maxFrames;
	}

	/**
	 * Add a frame.
	 * @param frame the audio
	 * @return whether there was a place for it
	 */
	boolean play(byte[] frame) {
		this.lock.lock();
		try {
			if (this.frames >= this.maxFrames) {
				return false;
			}
			this.frames++;
			this.waiting.add(new Piece(frame, null));
			this.changed.signalAll();
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	void mark(String name) {
		this.lock.lock();
		try {
			this.waiting.add(new Piece(null, name));
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Drop what waits, and the marks in it.
	 */
	void clear() {
		this.lock.lock();
		try {
			this.waiting.clear();
			this.frames = 0;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Take what comes next: all before it has been played.
	 * @return the marks that are passed, and the frame to send, if there is one
	 */
	Due next() {
		this.lock.lock();
		try {
			List<String> passed = new ArrayList<>();
			Piece piece = this.waiting.poll();
			while (piece != null && piece.mark() != null) {
				passed.add(piece.mark());
				piece = this.waiting.poll();
			}
			this.frames -= (piece != null) ? 1 : 0;
			return new Due(passed, (piece != null) ? piece.frame() : null);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Wait until there is something to take.
	 * @return whether there is; otherwise all is over
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean await() throws InterruptedException {
		this.lock.lock();
		try {
			while (this.waiting.isEmpty() && !this.over) {
				// Woken by what is added and by the end
				this.changed.await(1, TimeUnit.MINUTES);
			}
			return !this.over;
		}
		finally {
			this.lock.unlock();
		}
	}

	void end() {
		this.lock.lock();
		try {
			this.over = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Something whose time has come.
	 *
	 * @param passed the marks before the frame
	 * @param frame the frame, or {@code null} if none waits
	 */
	record Due(List<String> passed, byte @Nullable [] frame) {
	}

	/**
	 * A frame or a mark.
	 *
	 * @param frame the frame, or {@code null}
	 * @param mark the name of the mark, or {@code null}
	 */
	private record Piece(byte @Nullable [] frame, @Nullable String mark) {
	}

}
