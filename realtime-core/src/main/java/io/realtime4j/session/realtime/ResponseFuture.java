package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * The end of a requested response. Those who watch it hear of it at once, under the lock
 * of the session; everybody else on a listener thread.
 */
final class ResponseFuture extends CompletableFuture<ResponseDone> {

	// Guarded by the lock of the session
	private final List<BiConsumer<@Nullable ResponseDone, @Nullable Throwable>> watchers = new ArrayList<>();

	private boolean ended;

	// How many want the response who may cease to
	private int wanted;

	/**
	 * Note that somebody wants the response. Called under the lock of the session.
	 */
	void want() {
		this.wanted++;
	}

	/**
	 * Note that somebody does not want the response any more. Called under the lock of
	 * the session.
	 */
	void ceaseToWant() {
		this.wanted--;
	}

	boolean isWanted() {
		return this.wanted > 0;
	}

	void watch(BiConsumer<@Nullable ResponseDone, @Nullable Throwable> watcher) {
		this.watchers.add(watcher);
	}

	/**
	 * End with the outcome of the response. Called under the lock of the session.
	 * @param port completes the future without the lock
	 * @param done the outcome
	 */
	void end(SessionPort port, ResponseDone done) {
		this.ended = true;
		port.complete(() -> complete(done));
		this.watchers.forEach((watcher) -> watcher.accept(done, null));
	}

	/**
	 * End without an outcome. Called under the lock of the session.
	 * @param port completes the future without the lock
	 * @param cause why there is none
	 */
	void fail(SessionPort port, Throwable cause) {
		this.ended = true;
		port.complete(() -> completeExceptionally(cause));
		this.watchers.forEach((watcher) -> watcher.accept(null, cause));
	}

	boolean isEnded() {
		return this.ended;
	}

}
