package io.realtime4j.session.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.AnswerTimeoutException;
import io.realtime4j.session.RealtimeErrorException;
import org.jspecify.annotations.Nullable;

/**
 * Internal queue of the changes of settings that the server has not acknowledged. The
 * server acknowledges them in the order in which they were sent. Not thread-safe: a
 * protocol uses it under the lock of its session.
 *
 * @param <U> the event that acknowledges a change
 * @since 0.1.0
 */
public final class PendingUpdates<U> {

	private final Map<String, Update<U>> pending = new LinkedHashMap<>();

	private final Map<String, AnswerWait> waits = new LinkedHashMap<>();

	private final SessionPort port;

	private final Consumer<String> givenUp;

	/**
	 * Create an instance without changes.
	 * @param port what it may use of the session
	 * @param givenUp hears of a change, by the id of its event, that the server does not
	 * acknowledge in time
	 */
	public PendingUpdates(SessionPort port, Consumer<String> givenUp) {
		this.port = port;
		this.givenUp = givenUp;
	}

	/**
	 * Send a change and wait for its acknowledgement, which may come while it is sent.
	 * @param eventId the id of its event
	 * @param frame the event
	 * @param send sends it; what it throws is thrown on
	 * @return completes with the acknowledgement; fails with
	 * {@link RealtimeErrorException} if the server refuses, and with
	 * {@link AnswerTimeoutException} if it does not answer
	 */
	public CompletableFuture<U> add(String eventId, OutboundFrame frame, Runnable send) {
		Update<U> update = new Update<>(eventId, frame, new CompletableFuture<>());
		this.pending.put(eventId, update);
		try {
			send.run();
		}
		catch (RuntimeException ex) {
			this.pending.remove(eventId);
			throw ex;
		}
		return update.future();
	}

	/**
	 * A change was handed to the network, and the server has to acknowledge it.
	 * @param eventId the id of its event
	 */
	public void onSending(String eventId) {
		if (this.pending.containsKey(eventId)) {
			endWait(eventId);
			this.waits.put(eventId, this.port.await(this.port.timeouts().acknowledgement(), () -> onTimeout(eventId)));
		}
	}

	private void onTimeout(String eventId) {
		this.waits.remove(eventId);
		Update<U> update = this.pending.remove(eventId);
		if (update != null) {
			AnswerTimedOut timedOut = new AnswerTimedOut("session.updated", this.port.timeouts().acknowledgement(),
					eventId, null);
			this.givenUp.accept(eventId);
			fail(update, new AnswerTimeoutException(timedOut));
			this.port.tell(timedOut);
		}
	}

	/**
	 * The connection was lost. What is pending is said again over another one.
	 */
	public void onLost() {
		this.waits.values().forEach(AnswerWait::end);
		this.waits.clear();
	}

	private void endWait(String eventId) {
		AnswerWait wait = this.waits.remove(eventId);
		if (wait != null) {
			wait.end();
		}
	}

	/**
	 * Return how many changes are awaited.
	 * @return the number of changes
	 */
	public int size() {
		return this.pending.size();
	}

	/**
	 * Return whether nothing is awaited.
	 * @return whether there are no changes
	 */
	public boolean isEmpty() {
		return this.pending.isEmpty();
	}

	/**
	 * The server acknowledged a change.
	 * @param answer the event that does so
	 * @return the change, or {@code null} if none was awaited
	 */
	public @Nullable Update<U> acknowledge(U answer) {
		Update<U> update = takeOldest();
		if (update != null) {
			this.waits.values().forEach(AnswerWait::renew);
			this.port.complete(() -> update.future().complete(answer));
		}
		return update;
	}

	/**
	 * The server told of an error, which may refuse a change.
	 * @param error the error
	 * @param sole whether it can only be about the one answer that is awaited
	 * @return the change that it refuses, or {@code null} if it refuses none
	 */
	public @Nullable Update<U> refuse(RealtimeError error, boolean sole) {
		Update<U> update = takeRefused(error, sole);
		if (update != null) {
			fail(update, new RealtimeErrorException(error));
		}
		return update;
	}

	/**
	 * Nothing is acknowledged any more.
	 * @param cause what the futures fail with
	 */
	public void fail(Throwable cause) {
		onLost();
		this.pending.values().forEach((update) -> fail(update, cause));
		this.pending.clear();
	}

	private void fail(Update<U> update, Throwable cause) {
		this.port.complete(() -> update.future().completeExceptionally(cause));
	}

	private @Nullable Update<U> takeRefused(RealtimeError error, boolean sole) {
		if (error.eventId() != null) {
			endWait(error.eventId());
			return this.pending.remove(error.eventId());
		}
		// Not every server names the event, but some name the member
		return (sole || (error.param() != null && error.param().startsWith("session."))) ? takeOldest() : null;
	}

	private @Nullable Update<U> takeOldest() {
		Iterator<Update<U>> oldest = this.pending.values().iterator();
		if (!oldest.hasNext()) {
			return null;
		}
		Update<U> update = oldest.next();
		oldest.remove();
		endWait(update.eventId());
		return update;
	}

	/**
	 * A change of settings.
	 *
	 * @param <U> the event that acknowledges it
	 * @param eventId the id of its event
	 * @param frame the event
	 * @param future completes when the server acknowledges it
	 */
	public record Update<U>(String eventId, OutboundFrame frame, CompletableFuture<U> future) {

		/**
		 * Return the event as it was sent.
		 * @return the JSON text
		 */
		public String text() {
			return this.frame.text();
		}

	}

}
