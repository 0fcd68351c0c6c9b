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

	private final Map<String, CompletableFuture<SessionUpdated>> pending = new LinkedHashMap<>();

	private final Consumer<Runnable> completer;

	PendingUpdates(Consumer<Runnable> completer) {
		this.completer = completer;
	}

	CompletableFuture<SessionUpdated> add(String eventId) {
		CompletableFuture<SessionUpdated> future = new CompletableFuture<>();
		this.pending.put(eventId, future);
		return future;
	}

	void onEvent(ServerEvent event) {
		if (event instanceof SessionUpdated updated) {
			CompletableFuture<SessionUpdated> future = takeOldest();
			if (future != null) {
				this.completer.accept(() -> future.complete(updated));
			}
		}
		else if (event instanceof ErrorEvent error) {
			CompletableFuture<SessionUpdated> future = takeRefused(error.error());
			if (future != null) {
				this.completer.accept(() -> future.completeExceptionally(new RealtimeErrorException(error)));
			}
		}
	}

	void fail(Throwable cause) {
		this.pending.values().forEach((future) -> this.completer.accept(() -> future.completeExceptionally(cause)));
		this.pending.clear();
	}

	private @Nullable CompletableFuture<SessionUpdated> takeRefused(RealtimeError error) {
		if (error.eventId() != null) {
			return this.pending.remove(error.eventId());
		}
		// Not every server names the event, but it names the member
		return (error.param() != null && error.param().startsWith("session.")) ? takeOldest() : null;
	}

	private @Nullable CompletableFuture<SessionUpdated> takeOldest() {
		Iterator<CompletableFuture<SessionUpdated>> oldest = this.pending.values().iterator();
		if (!oldest.hasNext()) {
			return null;
		}
		CompletableFuture<SessionUpdated> future = oldest.next();
		oldest.remove();
		return future;
	}

}
