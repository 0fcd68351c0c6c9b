package io.realtime4j.spring.sip;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;

/**
 * Gives the answers of the application to the service, and attaches sessions to the calls
 * that it accepts.
 */
final class CallAnswers {

	private final RealtimeClient client;

	private final SessionSpec spec;

	private final CallControl control;

	private final CallRegistry registry;

	private final Executor listeners;

	CallAnswers(RealtimeClient client, SessionSpec spec, CallControl control, CallRegistry registry,
			Executor listeners) {
		this.client = client;
		this.spec = spec;
		this.control = control;
		this.registry = registry;
		this.listeners = listeners;
	}

	SessionSpec spec(String callId, Consumer<SessionSpec.Builder> customizer) {
		SessionSpec.Builder builder = this.spec.toBuilder();
		customizer.accept(builder);
		return builder.callId(callId).build();
	}

	CompletableFuture<Void> reject(WaitingCall call, int status, SipCallRejected.Reason reason) {
		return this.control.reject(call.callId(), status).whenCompleteAsync((done, ex) -> {
			SipCallEvent event = (ex != null) ? failure(call, ex) : new SipCallRejected(call.callId(), status, reason);
			this.registry.leave(call, event);
		}, this.listeners);
	}

	CompletableFuture<SipCall> accept(WaitingCall call, SessionSpec spec) {
		if (!(spec.settings() instanceof RealtimeSessionSettings settings)) {
			return CompletableFuture
				.failedFuture(new IllegalArgumentException("A call needs a session with a model that speaks"));
		}
		CallControl own = this.control.forSession(spec);
		return own.accept(call.callId(), settings)
			.thenCompose((done) -> attach(call, spec, own))
			.whenCompleteAsync((accepted, ex) -> {
				if (ex != null) {
					this.registry.leave(call, failure(call, ex));
				}
			}, this.listeners);
	}

	private CompletableFuture<SipCall> attach(WaitingCall call, SessionSpec spec, CallControl own) {
		RealtimeSession session = this.client.create(spec);
		return session.open()
			.handleAsync((opened, ex) -> (ex != null) ? giveUp(call, session, own, CallControl.cause(ex))
					: CompletableFuture.completedFuture(begin(call, session, own)), this.listeners)
			.thenCompose((result) -> result);
	}

	private SipCall begin(WaitingCall call, RealtimeSession session, CallControl own) {
		AcceptedCall accepted = new AcceptedCall(call.callId(), session, own);
		this.registry.accepted(call, accepted);
		accepted.ended().thenAcceptAsync((end) -> this.registry.ended(accepted, end), this.listeners);
		accepted.watch();
		return accepted;
	}

	// Without a session a call has no tools, and nobody watches it
	private CompletableFuture<SipCall> giveUp(WaitingCall call, RealtimeSession session, CallControl own,
			Throwable failure) {
		CloseCause cause = session.closed().getNow(null);
		if (cause != null && AcceptedCall.isOver(cause)) {
			return CompletableFuture.failedFuture(new CallGoneException(call.callId(), failure));
		}
		session.close();
		return own.hangUp(call.callId())
			.handle((done, ex) -> CompletableFuture.<SipCall>failedFuture(failure))
			.thenCompose((failed) -> failed);
	}

	private static SipCallEvent failure(WaitingCall call, Throwable ex) {
		Throwable cause = CallControl.cause(ex);
		return (cause instanceof CallGoneException) ? new SipCallGone(call.callId())
				: new SipCallFailed(call.callId(), cause);
	}

}
