package io.realtime4j.tool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.item.Item;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.SessionClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends what answers calls, in order, and asks for the response that follows upon it.
 * While too much waits to be sent in the session, answers wait here. It holds no lock of
 * its own while it uses the session, whose control lane calls into this package.
 */
final class ToolOutputs {

	static final Duration RETRY_DELAY = Duration.ofMillis(500);

	/**
	 * How often an output is tried that may be too large to be sent at all.
	 */
	static final int ATTEMPTS = 20;

	/**
	 * How many answers wait at most.
	 */
	private static final int MAX_WAITING = 64;

	private final String sessionId;

	private final ToolOutputPort port;

	private final ScheduledExecutorService scheduler;

	private final Deque<Answer> waiting = new ArrayDeque<>(1);

	// By the ids of the events that carry outputs
	private final Map<String, Consumer<RealtimeError>> refusable = new LinkedHashMap<>();

	private long sent;

	// Whether a thread or a timer is about to send
	private boolean busy;

	ToolOutputs(String sessionId, ToolOutputPort port, ScheduledExecutorService scheduler) {
		this.sessionId = sessionId;
		this.port = port;
		this.scheduler = scheduler;
	}

	/**
	 * Send an item that may have to be replaced by a smaller one.
	 * @param item the item
	 * @param then is told of the end, with {@code null} if the item was sent
	 * @param refused is told if the server does not take it
	 */
	void send(Item item, Consumer<@Nullable Throwable> then, Consumer<RealtimeError> refused) {
		String eventId = remember(refused);
		offer(new Answer(() -> this.port.send(item, eventId), then, ATTEMPTS));
	}

	private synchronized String remember(Consumer<RealtimeError> refused) {
		String eventId = "event_" + this.sessionId + "_tool_" + ++this.sent;
		this.refusable.put(eventId, refused);
		if (this.refusable.size() > MAX_WAITING) {
			this.refusable.remove(this.refusable.keySet().iterator().next());
		}
		return eventId;
	}

	void onError(RealtimeError error) {
		Consumer<RealtimeError> refused;
		synchronized (this) {
			refused = (error.eventId() != null) ? this.refusable.remove(error.eventId()) : null;
		}
		if (refused != null) {
			refused.accept(error);
		}
	}

	/**
	 * Send an item that is small, and is tried until the session ends.
	 * @param item the item
	 * @param then is told of the end, with {@code null} if the item was sent
	 */
	void sendSmall(Item item, Consumer<@Nullable Throwable> then) {
		offer(new Answer(() -> this.port.send(item, null), then, Integer.MAX_VALUE));
	}

	void followUp(Runnable then) {
		offer(new Answer(this.port::followUp, (error) -> then.run(), Integer.MAX_VALUE));
	}

	/**
	 * End what waits: the session is over.
	 */
	void end() {
		List<Answer> rest;
		synchronized (this) {
			rest = new ArrayList<>(this.waiting);
			this.waiting.clear();
		}
		rest.forEach((answer) -> answer.then.accept(new CancellationException("The session has ended")));
	}

	/**
	 * Return whether nothing was sent because the session has ended.
	 */
	static boolean isEnd(Throwable error) {
		return error instanceof CancellationException || error instanceof SessionClosedException;
	}

	private void offer(Answer answer) {
		synchronized (this) {
			if (this.waiting.size() < MAX_WAITING) {
				this.waiting.add(answer);
				if (this.busy) {
					return;
				}
				this.busy = true;
				answer = null;
			}
		}
		if (answer != null) {
			answer.then.accept(new RejectedExecutionException("Too many outputs are queued"));
		}
		else {
			drain();
		}
	}

	private void drain() {
		for (Answer answer = next(); answer != null; answer = next()) {
			Throwable error = answer.attempt();
			if (error instanceof OutboxFullException && answer.attempts < answer.maxAttempts && retryLater()) {
				return;
			}
			if (remove(answer)) {
				answer.then.accept(error);
			}
		}
	}

	private boolean retryLater() {
		try {
			this.scheduler.schedule(this::drain, RETRY_DELAY.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (RejectedExecutionException ex) {
			// The scheduler is shut down, and the session will end
			return false;
		}
	}

	private synchronized @Nullable Answer next() {
		Answer next = this.waiting.peek();
		this.busy = next != null;
		return next;
	}

	private synchronized boolean remove(Answer answer) {
		return this.waiting.remove(answer);
	}

	/**
	 * Something to send.
	 */
	private static final class Answer {

		private final Runnable action;

		private final Consumer<@Nullable Throwable> then;

		private final int maxAttempts;

		// Guarded by being tried by one thread at a time
		private int attempts;

		Answer(Runnable action, Consumer<@Nullable Throwable> then, int maxAttempts) {
			this.action = action;
			this.then = then;
			this.maxAttempts = maxAttempts;
		}

		@Nullable Throwable attempt() {
			this.attempts++;
			try {
				this.action.run();
				return null;
			}
			catch (Throwable ex) {
				return ex;
			}
		}

	}

}
