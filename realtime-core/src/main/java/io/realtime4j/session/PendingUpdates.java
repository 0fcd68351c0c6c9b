package io.realtime4j.session;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * Changes of settings that the server has yet to acknowledge. It acknowledges them in the
 * order in which they were sent. Not thread-safe: the session calls it under its lock.
 */
final class PendingUpdates {

	private final Map<String, Update> pending = new LinkedHashMap<>();

	private final Consumer<Runnable> completer;

	PendingUpdates(Consumer<Runnable> completer) {
		this.completer = completer;
	}

	CompletableFuture<SessionUpdated> add(String eventId, String text) {
		Update update = new Update(eventId, text, new CompletableFuture<>());
		this.pending.put(eventId, update);
		return update.future();
	}

	boolean isEmpty() {
		return this.pending.isEmpty();
	}

	// Return the change that the event acknowledges, or null if it acknowledges none
	@Nullable Update onEvent(ServerEvent event) {
		if (event instanceof SessionUpdated updated) {
			Update update = takeOldest();
			if (update != null) {
				this.completer.accept(() -> update.future().complete(updated));
			}
			return update;
		}
		if (event instanceof ErrorEvent error) {
			Update update = takeRefused(error.error());
			if (update != null) {
				this.completer.accept(() -> update.future().completeExceptionally(new RealtimeErrorException(error)));
			}
		}
		return null;
	}

	void fail(Throwable cause) {
		this.pending.values()
			.forEach((update) -> this.completer.accept(() -> update.future().completeExceptionally(cause)));
		this.pending.clear();
	}

	private @Nullable Update takeRefused(RealtimeError error) {
		if (error.eventId() != null) {
			return this.pending.remove(error.eventId());
		}
		// Not every server names the event, but it names the member
		return (error.param() != null && error.param().startsWith("session.")) ? takeOldest() : null;
	}

	private @Nullable Update takeOldest() {
		Iterator<Update> oldest = this.pending.values().iterator();
		if (!oldest.hasNext()) {
			return null;
		}
		Update update = oldest.next();
		oldest.remove();
		return update;
	}

	/**
	 * A change of settings.
	 *
	 * @param eventId the id of its event
	 * @param text the event as JSON
	 * @param future completes when the server acknowledges it
	 */
	record Update(String eventId, String text, CompletableFuture<SessionUpdated> future) {
	}

}
