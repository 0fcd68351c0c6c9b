package io.realtime4j.sample.page;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A page that is open in a browser. What is shown to it waits in a queue of its own, so
 * that nobody waits for the browser; when that is full, the browser is given up.
 */
final class LivePage {

	static final int CAPACITY = 1500;

	private final BlockingQueue<PageFrame> waiting = new ArrayBlockingQueue<>(CAPACITY);

	private final AtomicBoolean writing = new AtomicBoolean();

	private final SseEmitter emitter;

	private final Executor writers;

	private volatile boolean gone;

	private volatile boolean ended;

	LivePage(SseEmitter emitter, Executor writers) {
		this.emitter = emitter;
		this.writers = writers;
		emitter.onCompletion(() -> this.gone = true);
		emitter.onTimeout(this::leave);
	}

	/**
	 * Show something, soon. Returns at once.
	 * @param frame what to show
	 */
	void show(PageFrame frame) {
		if (!this.gone && !this.waiting.offer(frame)) {
			this.gone = true;
		}
		wakeWriter();
	}

	boolean isGone() {
		return this.gone;
	}

	/**
	 * End the stream, as soon as the browser has taken what is being written. Returns at
	 * once.
	 */
	void leave() {
		this.gone = true;
		wakeWriter();
	}

	private void wakeWriter() {
		if (this.writing.compareAndSet(false, true)) {
			try {
				this.writers.execute(this::write);
			}
			catch (RejectedExecutionException ex) {
				this.gone = true;
				this.ended = true;
				this.writing.set(false);
			}
		}
	}

	private void write() {
		try {
			writeAll();
		}
		finally {
			this.writing.set(false);
		}
		if (!this.ended && (this.gone || !this.waiting.isEmpty())) {
			wakeWriter();
		}
	}

	private void writeAll() {
		try {
			PageFrame frame = this.waiting.poll();
			while (frame != null && !this.gone) {
				this.emitter.send(SseEmitter.event().name(frame.event()).data(frame.json()));
				frame = this.waiting.poll();
			}
		}
		catch (IOException | IllegalStateException ex) {
			this.gone = true;
		}
		if (this.gone) {
			this.ended = true;
			this.waiting.clear();
			this.emitter.complete();
		}
	}

}
