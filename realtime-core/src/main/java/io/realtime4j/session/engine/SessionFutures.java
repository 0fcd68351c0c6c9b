package io.realtime4j.session.engine;

import java.util.concurrent.CompletableFuture;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.SessionClosedException;

/**
 * Futures of the beginning and the end of a session, which are completed on listener
 * threads.
 */
final class SessionFutures {

	private final CompletableFuture<Boolean> opened = new CompletableFuture<>();

	private final CompletableFuture<CloseCause> closed = new CompletableFuture<>();

	private final SessionExecution execution;

	SessionFutures(SessionExecution execution) {
		this.execution = execution;
	}

	CompletableFuture<Boolean> opened() {
		return this.opened.copy();
	}

	CompletableFuture<CloseCause> closed() {
		return this.closed.copy();
	}

	void onOpened() {
		this.execution.async(() -> this.opened.complete(true));
	}

	void onClosed(CloseCause cause) {
		this.execution.async(() -> this.opened.completeExceptionally(new SessionClosedException(cause)));
		this.execution.async(() -> this.closed.complete(cause));
	}

}
