package io.realtime4j.spring.sip;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.VoiceSession;

/**
 * Gives the answers of the application to the service, and attaches sessions to the calls
 * that it accepts.
 */
final class CallAnswers {

	private final SipSessions sessions;

	private final CallControl control;

	private final CallRegistry registry;

	private final Executor listeners;

	CallAnswers(SipSessions sessions, CallControl control, CallRegistry registry, Executor listeners) {
		this.sessions = sessions;
		this.control = control;
		this.registry = registry;
		this.listeners = listeners;
	}

	CallSession session(String callId) {
		return this.sessions.prepare(callId, this.control);
	}

	CallSession session(String callId, Consumer<SessionSpec.Builder> customizer) {
		return this.sessions.prepare(callId, this.control, customizer);
	}

	CallSession liveSession(String callId, Consumer<LiveSpec.Builder> customizer) {
		return this.sessions.prepareLive(callId, this.control, customizer);
	}

	CompletableFuture<Void> reject(WaitingCall call, int status, SipCallRejected.Reason reason) {
		return this.control.reject(call.callId(), status).whenCompleteAsync((done, ex) -> {
			SipCallEvent event = (ex != null) ? failure(call, ex) : new SipCallRejected(call.callId(), status, reason);
			this.registry.leave(call, event);
		}, this.listeners);
	}

	CompletableFuture<SipCall> accept(WaitingCall call, CallSession session) {
		return session.accept().thenCompose((done) -> attach(call, session)).whenCompleteAsync((accepted, ex) -> {
			if (ex != null) {
				this.registry.leave(call, failure(call, ex));
			}
		}, this.listeners);
	}

	private CompletableFuture<SipCall> attach(WaitingCall call, CallSession prepared) {
		CallSession.Attached attached = prepared.attach();
		return attached.opened()
			.handleAsync(
					(opened, ex) -> (ex != null)
							? giveUp(call, attached.session(), prepared.control(), CallControl.cause(ex))
							: CompletableFuture.completedFuture(begin(call, attached.session(), prepared.control())),
					this.listeners)
			.thenCompose((result) -> result);
	}

	private SipCall begin(WaitingCall call, VoiceSession session, CallControl own) {
		AcceptedCall accepted = new AcceptedCall(call.callId(), session, own);
		this.registry.accepted(call, accepted);
		accepted.ended().thenAcceptAsync((end) -> this.registry.ended(accepted, end), this.listeners);
		accepted.watch();
		return accepted;
	}

	// Without a session a call has no tools, and nobody watches it
	private CompletableFuture<SipCall> giveUp(WaitingCall call, VoiceSession session, CallControl own,
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
