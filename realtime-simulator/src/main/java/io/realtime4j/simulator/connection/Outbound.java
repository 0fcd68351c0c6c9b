package io.realtime4j.simulator.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

import io.realtime4j.simulator.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames in order, one at a time, and never blocks who hands them over.
 */
final class Outbound {

	private final FrameSender sender;

	private final Timeline timeline;

	private final Queue<Frame> waiting = new ArrayDeque<>();

	private Latency latency;

	private Instant lastDue = Instant.MIN;

	private boolean busy;

	private boolean pumping;

	private boolean planned;

	private boolean stalled;

	private boolean closed;

	Outbound(FrameSender sender, Timeline timeline, Latency latency) {
		this.sender = sender;
		this.timeline = timeline;
		this.latency = latency;
	}

	void text(String text) {
		add(true, (sender) -> sender.sendText(text, this::sent));
	}

	void ping() {
		add(false, FrameSender::sendPing);
	}

	void close(int code, String reason) {
		add(false, (sender) -> {
			discard();
			sender.close(code, reason);
		});
	}

	/**
	 * Cut the connection after everything that was sent.
	 */
	void cut() {
		add(false, (sender) -> {
			discard();
			sender.cut();
		});
	}

	/**
	 * Send nothing for a time, after everything that was sent.
	 * @param duration how long
	 */
	void pause(Duration duration) {
		add(true, (sender) -> this.timeline.schedule(duration, this::sent));
	}

	void stall(boolean stalled) {
		synchronized (this.waiting) {
			this.stalled = stalled;
		}
		pump();
	}

	void setLatency(Latency latency) {
		synchronized (this.waiting) {
			this.latency = latency;
		}
	}

	void discard() {
		synchronized (this.waiting) {
			this.closed = true;
			this.waiting.clear();
		}
	}

	private void add(boolean asynchronous, Consumer<FrameSender> action) {
		synchronized (this.waiting) {
			if (this.closed) {
				return;
			}
			Instant due = this.timeline.now().plus(this.latency.next());
			this.lastDue = (due.isAfter(this.lastDue)) ? due : this.lastDue;
			this.waiting.add(new Frame(asynchronous, this.lastDue, action));
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
			Frame frame = (this.busy || this.stalled || isEarly()) ? null : this.waiting.poll();
			this.busy |= (frame != null && frame.asynchronous());
			this.pumping = (frame != null);
			return frame;
		}
	}

	private boolean isEarly() {
		Frame frame = this.waiting.peek();
		if (frame == null) {
			return false;
		}
		Duration left = Duration.between(this.timeline.now(), frame.due());
		if (left.isNegative() || left.isZero()) {
			return false;
		}
		if (!this.planned) {
			this.planned = true;
			this.timeline.schedule(left, this::due);
		}
		return true;
	}

	private void due() {
		synchronized (this.waiting) {
			this.planned = false;
		}
		pump();
	}

	/**
	 * A frame to send.
	 */
	private record Frame(boolean asynchronous, Instant due, Consumer<FrameSender> action) {
	}

}
