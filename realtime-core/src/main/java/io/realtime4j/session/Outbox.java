package io.realtime4j.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent, in order, one frame at a time. Until its gate is open only what
 * belongs to opening passes. Audio gives way: when there is no room, the oldest is
 * dropped. Not thread-safe: the session calls it under its lock.
 */
final class Outbox {

	private final Deque<String> opening = new ArrayDeque<>();

	private final Deque<Frame> frames = new ArrayDeque<>();

	private final SessionLimits limits;

	private final SentCallback callback;

	private @Nullable TransportConnection connection;

	private @Nullable Runnable whenEmpty;

	private long bytes;

	private long droppedAudio;

	private boolean gateOpen;

	private boolean sending;

	private boolean draining;

	Outbox(SessionLimits limits, SentCallback callback) {
		this.limits = limits;
		this.callback = callback;
	}

	void connect(TransportConnection connection) {
		this.connection = connection;
		this.sending = false;
		drain();
	}

	// Nothing is sent from now on
	void disconnect() {
		this.connection = null;
	}

	void openGate() {
		this.gateOpen = true;
		drain();
	}

	void putOpening(String text) {
		this.opening.add(text);
		drain();
	}

	void put(String text, boolean audio) {
		Frame frame = new Frame(text, audio);
		makeRoom(frame);
		if (!isFull(frame)) {
			add(frame);
		}
		else if (audio) {
			this.droppedAudio++;
		}
		else {
			throw full();
		}
	}

	// Take what was promised a place by requireRoom
	void putPromised(String text) {
		add(new Frame(text, false));
	}

	void requireRoom(int promised) {
		boolean full = this.frames.size() + promised >= this.limits.outboxFrames()
				|| this.bytes >= this.limits.outboxBytes();
		if (full && !hasAudio()) {
			throw full();
		}
	}

	// Run something when nothing waits any more. Nothing is sent after it
	void whenEmpty(Runnable action) {
		this.whenEmpty = action;
		drain();
	}

	void clear() {
		disconnect();
		this.opening.clear();
		this.frames.clear();
		this.bytes = 0;
	}

	long droppedAudio() {
		return this.droppedAudio;
	}

	private void add(Frame frame) {
		this.frames.add(frame);
		this.bytes += frame.text().length();
		drain();
	}

	private OutboxFullException full() {
		return new OutboxFullException(this.frames.size(), this.bytes);
	}

	private boolean isFull(Frame frame) {
		return this.frames.size() >= this.limits.outboxFrames()
				|| this.bytes + frame.text().length() > this.limits.outboxBytes();
	}

	private void makeRoom(Frame frame) {
		boolean possible = frame.text().length() <= this.limits.outboxBytes();
		while (possible && isFull(frame)) {
			possible = dropOldestAudio();
		}
	}

	private boolean hasAudio() {
		return this.frames.stream().anyMatch(Frame::audio);
	}

	private boolean dropOldestAudio() {
		for (Iterator<Frame> waiting = this.frames.iterator(); waiting.hasNext();) {
			Frame frame = waiting.next();
			if (frame.audio()) {
				waiting.remove();
				this.bytes -= frame.text().length();
				this.droppedAudio++;
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
			for (String text = next(); target != null && text != null; text = next()) {
				send(target, text);
			}
		}
		finally {
			this.draining = false;
		}
		Runnable action = this.whenEmpty;
		if (action != null && !this.sending && this.frames.isEmpty()) {
			this.whenEmpty = null;
			disconnect();
			action.run();
		}
	}

	private @Nullable String next() {
		if (this.connection == null || this.sending) {
			return null;
		}
		if (!this.opening.isEmpty()) {
			return this.opening.poll();
		}
		Frame frame = this.gateOpen ? this.frames.poll() : null;
		if (frame == null) {
			return null;
		}
		this.bytes -= frame.text().length();
		return frame.text();
	}

	private void send(TransportConnection target, String text) {
		this.sending = true;
		CompletionStage<@Nullable Void> sent;
		try {
			sent = target.send(text);
		}
		catch (RuntimeException ex) {
			sent = CompletableFuture.failedFuture(ex);
		}
		sent.whenComplete((nothing, ex) -> this.callback.onSent(target, ex));
	}

	// A frame was sent. Called by the session under its lock
	void sent() {
		this.sending = false;
		drain();
	}

	private record Frame(String text, boolean audio) {
	}

	/**
	 * Hears that a frame was sent, or why it could not be.
	 */
	interface SentCallback {

		void onSent(TransportConnection connection, @Nullable Throwable error);

	}

}
