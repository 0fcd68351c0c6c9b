package io.realtime4j.spring.sip;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.spring.rest.RealtimeRestException;

/**
 * Controls calls by the HTTP endpoints of the service, without waiting for them.
 */
final class CallControl {

	private static final int NOT_FOUND = 404;

	private final RealtimeRestClient rest;

	private final Executor executor;

	CallControl(RealtimeRestClient rest, Executor executor) {
		this.rest = rest;
		this.executor = executor;
	}

	/**
	 * Return a control with the credentials of a session.
	 */
	CallControl forSession(SessionSpec spec) {
		return new CallControl(this.rest.forSession(spec), this.executor);
	}

	CompletableFuture<Void> accept(String callId, SessionSettings settings) {
		return run(callId, () -> this.rest.acceptCall(callId, settings));
	}

	CompletableFuture<Void> reject(String callId, int status) {
		return run(callId, () -> this.rest.rejectCall(callId, status));
	}

	CompletableFuture<Void> refer(String callId, URI target) {
		return run(callId, () -> this.rest.referCall(callId, target));
	}

	/**
	 * Hang up.
	 * @param callId the id of the call
	 * @return completes when the call is over, whoever ended it
	 */
	CompletableFuture<Void> hangUp(String callId) {
		return run(callId, () -> this.rest.hangUpCall(callId)).exceptionally((ex) -> {
			if (cause(ex) instanceof CallGoneException) {
				return null;
			}
			throw new CompletionException(cause(ex));
		});
	}

	private CompletableFuture<Void> run(String callId, Runnable request) {
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

}
