package io.realtime4j.spring.bridge.connection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Queue of the frames to be sent to a page: in order, one at a time, and bounded.
 */
final class PageOutbox implements PageOutput {

	/**
	 * A third of a second of audio: what is on its way already cannot be dropped.
	 */
	static final int MAX_AUDIO_FRAME = 16 * 1024;

	private final Deque<OutgoingFrame> waiting = new ArrayDeque<>();

	private final FrameWriter writer;

	private final long maxSize;

	private final Consumer<Problem> problems;

	private long size;

	private boolean sending;

	private boolean closed;

	private @Nullable Runnable whenSent;

	/**
	 * Create a queue.
	 * @param writer writes to the page
	 * @param maxSize the most that may wait, in bytes
	 * @param problems is told once if the page does not take what is sent; must not block
	 */
	PageOutbox(FrameWriter writer, long maxSize, Consumer<Problem> problems) {
		this.writer = writer;
		this.maxSize = maxSize;
		this.problems = problems;
	}

	@Override
	public void tell(String json) {
		add(OutgoingFrame.text(json, false));
		send();
	}

	@Override
	public void tellOfAudio(String json) {
		add(OutgoingFrame.text(json, true));
		send();
	}

	@Override
	public void play(byte[] pcm16) {
		for (int from = 0; from < pcm16.length; from += MAX_AUDIO_FRAME) {
			add(OutgoingFrame.audio(pcm16, from, Math.min(MAX_AUDIO_FRAME, pcm16.length - from)));
		}
		send();
	}

	@Override
	public synchronized void dropAudio() {
		this.waiting.removeIf((frame) -> {
			if (frame.ofAudio()) {
				this.size -= frame.size();
			}
			return frame.ofAudio();
		});
	}

	/**
	 * Return how much waits.
	 * @return the size, in bytes
	 */
	synchronized long size() {
		return this.size;
	}

	/**
	 * Return whether a frame is being written.
	 * @return whether one is
	 */
	synchronized boolean isSending() {
		return this.sending;
	}

	/**
	 * Take nothing more, send what waits and then do something.
	 * @param action what to do, mostly to close the connection; it must not block
	 */
	void finish(Runnable action) {
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.closed = true;
			this.whenSent = action;
		}
		send();
	}

	/**
	 * Take nothing more and forget what waits.
	 */
	synchronized void discard() {
		this.closed = true;
		this.whenSent = null;
		this.waiting.clear();
		this.size = 0;
	}

	private void add(OutgoingFrame frame) {
		synchronized (this) {
			if (this.closed) {
				return;
			}
			if (this.size + frame.size() <= this.maxSize) {
				this.waiting.add(frame);
				this.size += frame.size();
				return;
			}
			discard();
		}
		this.problems.accept(Problem.TOO_SLOW);
	}

	// A writer may be done at once: then the loop goes on, instead of calling itself
	private void send() {
		Sending last;
		do {
			OutgoingFrame next = next();
			if (next == null) {
				return;
			}
			last = new Sending();
			this.writer.write(next, last);
		}
		while (last.isDoneHere());
	}

	private @Nullable OutgoingFrame next() {
		Runnable action;
		synchronized (this) {
			if (this.sending) {
				return null;
			}
			OutgoingFrame next = this.waiting.poll();
			if (next != null) {
				this.sending = true;
				this.size -= next.size();
				return next;
			}
			action = this.whenSent;
			this.whenSent = null;
		}
		if (action != null) {
			action.run();
		}
		return null;
	}

	private void sent(@Nullable Throwable failure) {
		boolean news = false;
		synchronized (this) {
			this.sending = false;
			if (failure != null) {
				news = !this.closed || this.whenSent != null;
				discard();
			}
		}
		if (news) {
			this.problems.accept(Problem.SENDING_FAILED);
		}
	}

	/**
	 * Why a page does not get what is sent to it.
	 */
	enum Problem {

		/**
		 * It does not read, or not fast enough.
		 */
		TOO_SLOW,

		/**
		 * A frame could not be written.
		 */
		SENDING_FAILED

	}

	/**
	 * A frame that is being written.
	 */
	private final class Sending implements FrameWriter.Callback {

		private final AtomicBoolean first = new AtomicBoolean(true);

		@Override
		public void done(@Nullable Throwable failure) {
			sent(failure);
			if (!this.first.getAndSet(false)) {
				send();
			}
		}

		boolean isDoneHere() {
			return !this.first.getAndSet(false);
		}

	}

}
