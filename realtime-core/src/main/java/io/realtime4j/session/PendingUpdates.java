package io.realtime4j.session;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * Changes of settings that the server has yet to acknowledge. It acknowledges them in the
 * order in which they were sent. Not thread-safe: a protocol uses it under the lock of
 * its session.
 *
 * @param <U> the event that acknowledges a change
 * @since 0.1.0
 */
public final class PendingUpdates<U> {

	private final Map<String, Update<U>> pending = new LinkedHashMap<>();

	private final Consumer<Runnable> completer;

	/**
	 * Create an instance without changes.
	 * @param completer runs what completes a future
	 */
	public PendingUpdates(Consumer<Runnable> completer) {
		this.completer = completer;
	}

	/**
	 * Send a change and wait for its acknowledgement, which may come while it is sent.
	 * @param eventId the id of its event
	 * @param text the event as JSON
	 * @param send sends it; what it throws is thrown on
	 * @return completes with the acknowledgement; fails with
	 * {@link RealtimeErrorException} if the server refuses
	 */
	public CompletableFuture<U> add(String eventId, String text, Runnable send) {
		Update<U> update = new Update<>(eventId, text, new CompletableFuture<>());
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
			this.completer.accept(() -> update.future().complete(answer));
		}
		return update;
	}

	/**
	 * The server told of an error, which may refuse a change.
	 * @param error the error
	 * @return the change that it refuses, or {@code null} if it refuses none
	 */
	public @Nullable Update<U> refuse(RealtimeError error) {
		Update<U> update = takeRefused(error);
		if (update != null) {
			this.completer.accept(() -> update.future().completeExceptionally(new RealtimeErrorException(error)));
		}
		return update;
	}

	/**
	 * Nothing is acknowledged any more.
	 * @param cause what the futures fail with
	 */
	public void fail(Throwable cause) {
		this.pending.values()
			.forEach((update) -> this.completer.accept(() -> update.future().completeExceptionally(cause)));
		this.pending.clear();
	}

	private @Nullable Update<U> takeRefused(RealtimeError error) {
		if (error.eventId() != null) {
			return this.pending.remove(error.eventId());
		}
		// Not every server names the event, but it names the member
		return (error.param() != null && error.param().startsWith("session.")) ? takeOldest() : null;
	}

	private @Nullable Update<U> takeOldest() {
		Iterator<Update<U>> oldest = this.pending.values().iterator();
		if (!oldest.hasNext()) {
			return null;
		}
		Update<U> update = oldest.next();
		oldest.remove();
		return update;
	}

	/**
	 * A change of settings.
	 *
	 * @param <U> the event that acknowledges it
	 * @param eventId the id of its event
	 * @param text the event as JSON
	 * @param future completes when the server acknowledges it
	 */
	public record Update<U>(String eventId, String text, CompletableFuture<U> future) {
	}

}
