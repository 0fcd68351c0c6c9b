package io.realtime4j.spring.sip;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.realtime4j.spring.rest.HangUps;
import io.realtime4j.spring.rest.RealtimeRestException;

/**
 * Controls calls by the HTTP endpoints of the service, without waiting for them.
 */
final class CallControl {

	private static final int NOT_FOUND = 404;

	private final Verbs verbs;

	private final Executor executor;

	private final HangUps hangUps;

	CallControl(Verbs verbs, Executor executor, HangUps hangUps) {
		this.verbs = verbs;
		this.executor = executor;
		this.hangUps = hangUps;
	}

	/**
	 * Return a control with other credentials.
	 */
	CallControl with(Verbs verbs) {
		return new CallControl(verbs, this.executor, this.hangUps);
	}

	CompletableFuture<Void> reject(String callId, int status) {
		return run(callId, () -> this.verbs.reject().accept(callId, status));
	}

	CompletableFuture<Void> refer(String callId, URI target) {
		return run(callId, () -> this.verbs.refer().accept(callId, target));
	}

	/**
	 * Hang up.
	 * @param callId the id of the call
	 * @return completes when the call is over, whoever ended it
	 */
	CompletableFuture<Void> hangUp(String callId) {
		return this.hangUps.hangUp(() -> this.verbs.hangUp().accept(callId)).thenRun(() -> {
		});
	}

	/**
	 * Do something with a call.
	 * @return completes when the service has taken note; fails with
	 * {@link CallGoneException} if the call is over
	 */
	CompletableFuture<Void> run(String callId, Runnable request) {
		try {
			return CompletableFuture.runAsync(() -> {
				try {
					request.run();
				}
				catch (RealtimeRestException ex) {
					throw isGone(ex) ? new CallGoneException(callId, ex) : ex;
				}
			}, this.executor);
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private static boolean isGone(RealtimeRestException ex) {
		Integer status = ex.status();
		return status != null && status == NOT_FOUND;
	}

	static Throwable cause(Throwable ex) {
		return (ex instanceof CompletionException && ex.getCause() != null) ? ex.getCause() : ex;
	}

	/**
	 * Requests to the service about calls, each of which waits for its answer.
	 *
	 * @param reject rejects a call with a SIP status
	 * @param refer transfers a call
	 * @param hangUp ends a call
	 */
	record Verbs(BiConsumer<String, Integer> reject, BiConsumer<String, URI> refer, Consumer<String> hangUp) {

	}

}
