package io.realtime4j.simulator.connection;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Sends frames in order, one at a time, and never blocks who hands them over.
 */
final class Outbound {

	private final FrameSender sender;

	private final Queue<Frame> waiting = new ArrayDeque<>();

	private boolean busy;

	private boolean pumping;

	private boolean stalled;

	private boolean closed;

	Outbound(FrameSender sender) {
		this.sender = sender;
	}

	void text(String text) {
		add(new Frame(true, (sender) -> sender.sendText(text, this::sent)));
	}

	void ping() {
		add(new Frame(false, FrameSender::sendPing));
	}

	void close(int code, String reason) {
		add(new Frame(false, (sender) -> {
			discard();
			sender.close(code, reason);
		}));
	}

	void stall(boolean stalled) {
		synchronized (this.waiting) {
			this.stalled = stalled;
		}
		pump();
	}

	void discard() {
		synchronized (this.waiting) {
			this.closed = true;
			this.waiting.clear();
		}
	}

	private void add(Frame frame) {
		synchronized (this.waiting) {
			if (this.closed) {
				return;
			}
			this.waiting.add(frame);
		}
		pump();
	}

	private void sent() {
		synchronized (this.waiting) {
			this.busy = false;
		}
		pump();
	}

	private void pump() {
		synchronized (this.waiting) {
			if (this.pumping) {
				return;
			}
			this.pumping = true;
		}
		for (Frame frame = next(); frame != null; frame = next()) {
			frame.action().accept(this.sender);
		}
	}

	private @Nullable Frame next() {
		synchronized (this.waiting) {
			Frame frame = (this.busy || this.stalled) ? null : this.waiting.poll();
			this.busy |= (frame != null && frame.asynchronous());
			this.pumping = (frame != null);
			return frame;
		}
	}

	/**
	 * A frame to send.
	 */
	private record Frame(boolean asynchronous, Consumer<FrameSender> action) {
	}

}
