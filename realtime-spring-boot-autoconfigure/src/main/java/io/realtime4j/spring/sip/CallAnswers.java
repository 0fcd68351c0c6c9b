package io.realtime4j.spring.sip;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import io.realtime4j.spring.phone.engine.TransferRules;
import org.jspecify.annotations.Nullable;

/**
 * Gives the answers of the application to the service, and attaches sessions to the calls
 * that it accepts.
 */
final class CallAnswers {

	private final SipSessions sessions;

	private final CallControl control;

	private final CallRegistry registry;

	private final PhoneTransferPolicy transfers;

	private final Executor listeners;

	private @Nullable HeldCalls held;

	CallAnswers(SipSessions sessions, CallControl control, CallRegistry registry, PhoneTransferPolicy transfers,
			Executor listeners) {
		this.sessions = sessions;
		this.control = control;
		this.registry = registry;
		this.transfers = transfers;
		this.listeners = listeners;
	}

	/**
	 * Keep calls where other nodes find them.
	 */
	void keep(HeldCalls calls) {
		this.held = calls;
	}

	CallControl control() {
		return this.control;
	}

	/**
	 * Attach a session to a call that was accepted elsewhere, and that has a place here.
	 * @param callId the id of the call
	 * @param prepared the session
	 * @param event tells of the call
	 * @param then is given the session, and the failure if it could not be attached
	 */
	void resume(String callId, CallSession prepared, Function<SipCall, SipCallEvent> event,
			BiConsumer<VoiceSession, @Nullable Throwable> then) {
		CallSession.Attached attached = prepared.attach();
		attached.opened().whenCompleteAsync((opened, ex) -> {
			if (ex == null) {
				AcceptedCall call = call(SipCaller.unknown(callId), attached.session(), prepared.control(), true);
				this.registry.begin(call, event.apply(call));
				watch(call);
			}
			then.accept(attached.session(), (ex != null) ? CallControl.cause(ex) : null);
		}, this.listeners);
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
			this.registry.refused(call, reason);
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
		CallSession.Attached attached;
		try {
			attached = prepared.attach();
		}
		catch (RuntimeException ex) {
			return hangUp(call, prepared.control(), ex);
		}
		return attached.opened()
			.handleAsync(
					(opened, ex) -> (ex != null)
							? giveUp(call, attached.session(), prepared.control(), CallControl.cause(ex))
							: CompletableFuture.completedFuture(begin(call, attached.session(), prepared.control())),
					this.listeners)
			.thenCompose((result) -> result);
	}

	private SipCall begin(WaitingCall call, VoiceSession session, CallControl own) {
		AcceptedCall accepted = call(call.caller(), session, own, false);
		this.registry.accepted(call, accepted);
		watch(accepted);
		return accepted;
	}

	private AcceptedCall call(PhoneCaller caller, VoiceSession session, CallControl own, boolean known) {
		AcceptedCall call = new AcceptedCall(new TransferRules(caller, this.transfers), session, own,
				(cause) -> isLeftToOthers(caller.callId(), cause));
		if (this.held != null) {
			this.held.hold(call, known);
		}
		return call;
	}

	private boolean isLeftToOthers(String callId, CloseCause cause) {
		return this.held != null && this.held.isLeft(callId, cause);
	}

	private void watch(AcceptedCall call) {
		call.ended().thenAcceptAsync((end) -> {
			if (this.held != null) {
				this.held.release(call.callId(), end.reason() != SipCallEnd.Reason.TAKEN_OVER);
			}
			this.registry.ended(call, end);
		}, this.listeners);
		call.watch();
	}

	// Without a session a call has no tools, and nobody watches it
	private CompletableFuture<SipCall> giveUp(WaitingCall call, VoiceSession session, CallControl own,
			Throwable failure) {
		CloseCause cause = session.closed().getNow(null);
		if (cause != null && AcceptedCall.isOver(cause)) {
			return CompletableFuture.failedFuture(new CallGoneException(call.callId(), failure));
		}
		session.close();
		return hangUp(call, own, failure);
	}

	private static CompletableFuture<SipCall> hangUp(WaitingCall call, CallControl own, Throwable failure) {
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
