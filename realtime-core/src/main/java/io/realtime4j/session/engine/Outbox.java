package io.realtime4j.session.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;

/**
 * Queue of the frames to be sent: in order, one at a time, while a connection is open and
 * while there is none. Audio gives way: when there is no room, the oldest is dropped. Not
 * thread-safe: the session calls it under its lock.
 */
final class Outbox {

	private final Deque<OutboundFrame> frames = new ArrayDeque<>(1);

	private final SessionLimits limits;

	private final Consumer<OutboundFrame> sending;

	private final SentCallback callback;

	private final DroppedAudio dropped = new DroppedAudio();

	private @Nullable TransportConnection connection;

	private @Nullable Runnable whenEmpty;

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicInteger waiting = new AtomicInteger();

	private long audioBytes;

	private long audioLimit = Long.MAX_VALUE;

	private boolean inFlight;

	private boolean draining;

	/**
	 * Create an outbox.
	 * @param limits how much may wait
	 * @param sending hears of each frame when it is handed to the network
	 * @param callback hears what became of it
	 */
	Outbox(SessionLimits limits, Consumer<OutboundFrame> sending, SentCallback callback) {
		this.limits = limits;
		this.sending = sending;
		this.callback = callback;
	}

	/**
	 * Send queued frames over this connection from now on.
	 */
	void connect(TransportConnection connection) {
		this.connection = connection;
		this.inFlight = false;
		this.audioLimit = Long.MAX_VALUE;
		drain();
	}

	/**
	 * Stop sending, and queue no more audio than this.
	 */
	void disconnect(long audioLimit) {
		this.dropped.mark();
		this.connection = null;
		this.audioLimit = audioLimit;
		while (this.audioBytes > this.audioLimit && dropOldestAudio()) {
			continue;
		}
	}

	/**
	 * Return whether no frame is queued or being sent.
	 */
	boolean isIdle() {
		return this.frames.isEmpty() && !this.inFlight;
	}

	void put(OutboundFrame frame) {
		makeRoom(frame);
		if (!isFull(frame)) {
			add(frame);
		}
		else if (frame.isAudio()) {
			this.dropped.add(frame.audioBytes());
		}
		else {
			throw full();
		}
	}

	/**
	 * Add a frame for which {@code requireRoom} has reserved room.
	 */
	void putPromised(OutboundFrame frame) {
		add(frame);
	}

	/**
	 * Add frames before all that are queued.
	 */
	void putFirst(List<OutboundFrame> first) {
		for (int i = first.size() - 1; i >= 0; i--) {
			this.frames.addFirst(first.get(i));
			count(first.get(i), 1);
		}
	}

	void requireRoom(int promised) {
		boolean full = this.frames.size() + promised >= this.limits.outboxFrames()
				|| this.bytes.get() >= this.limits.outboxBytes();
		if (full && this.audioBytes == 0) {
			throw full();
		}
	}

	/**
	 * Take back the event with this id. Return whether it had not been handed to the
	 * network.
	 */
	boolean withdraw(String eventId) {
		return this.frames.removeIf((frame) -> {
			RealtimeMessage command = frame.command();
			boolean found = command != null && eventId.equals(command.eventId());
			if (found) {
				count(frame, -1);
			}
			return found;
		});
	}

	/**
	 * Return whether the event with this id has not been handed to the network.
	 */
	boolean holds(String eventId) {
		return this.frames.stream()
			.map(OutboundFrame::command)
			.filter(Objects::nonNull)
			.map(RealtimeMessage::eventId)
			.anyMatch(eventId::equals);
	}

	/**
	 * Run an action once no frame is queued.
	 */
	void whenEmpty(Runnable action) {
		this.whenEmpty = action;
		drain();
	}

	/**
	 * Return the length of what is queued. May be called by any thread.
	 */
	long size() {
		return this.bytes.get();
	}

	/**
	 * Return how many frames are queued. May be called by any thread.
	 */
	int count() {
		return this.waiting.get();
	}

	void clear() {
		this.connection = null;
		this.frames.clear();
		this.waiting.set(0);
		this.bytes.set(0);
		this.audioBytes = 0;
	}

	DroppedAudio dropped() {
		return this.dropped;
	}

	private void add(OutboundFrame frame) {
		this.frames.add(frame);
		count(frame, 1);
		drain();
	}

	private void count(OutboundFrame frame, int sign) {
		this.waiting.addAndGet(sign);
		this.bytes.addAndGet((long) sign * frame.length());
		this.audioBytes += (long) sign * frame.audioBytes();
	}

	private OutboxFullException full() {
		return new OutboxFullException(this.frames.size(), this.bytes.get());
	}

	private boolean isFull(OutboundFrame frame) {
		return this.frames.size() >= this.limits.outboxFrames()
				|| this.bytes.get() + frame.length() > this.limits.outboxBytes()
				|| (frame.isAudio() && this.audioBytes + frame.audioBytes() > this.audioLimit);
	}

	private void makeRoom(OutboundFrame frame) {
		boolean possible = frame.length() <= this.limits.outboxBytes() && frame.audioBytes() <= this.audioLimit;
		while (possible && isFull(frame)) {
			possible = dropOldestAudio();
		}
	}

	private boolean dropOldestAudio() {
		for (Iterator<OutboundFrame> waiting = this.frames.iterator(); waiting.hasNext();) {
			OutboundFrame frame = waiting.next();
			if (frame.isAudio()) {
				waiting.remove();
				count(frame, -1);
				this.dropped.add(frame.audioBytes());
				return true;
			}
		}
		return false;
	}

	private void drain() {
		if (this.draining) {
			return;
		}
		this.draining = true;
		try {
			TransportConnection target = this.connection;
			for (OutboundFrame frame = next(); target != null && frame != null; frame = next()) {
				send(target, frame);
			}
		}
		finally {
			this.draining = false;
		}
		Runnable action = this.whenEmpty;
		if (action != null && isIdle()) {
			this.whenEmpty = null;
			action.run();
		}
	}

	private @Nullable OutboundFrame next() {
		OutboundFrame frame = (this.connection != null && !this.inFlight) ? this.frames.poll() : null;
		if (frame != null) {
			count(frame, -1);
		}
		return frame;
	}

	private void send(TransportConnection target, OutboundFrame frame) {
		this.inFlight = true;
		this.sending.accept(frame);
		CompletionStage<@Nullable Void> sent;
		try {
			sent = target.send(frame.text());
		}
		catch (RuntimeException ex) {
			sent = CompletableFuture.failedFuture(ex);
		}
		sent.whenComplete((nothing, ex) -> this.callback.onSent(target, ex));
	}

	/**
	 * Note that a frame was sent over this connection. Called by the session under its
	 * lock.
	 */
	void sent(TransportConnection target) {
		if (target.equals(this.connection)) {
			this.inFlight = false;
			drain();
		}
	}

	/**
	 * Hears that a frame was sent, or why it could not be.
	 */
	interface SentCallback {

		void onSent(TransportConnection connection, @Nullable Throwable error);

	}

}
