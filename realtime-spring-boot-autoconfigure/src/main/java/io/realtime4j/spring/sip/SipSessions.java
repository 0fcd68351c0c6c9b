package io.realtime4j.spring.sip;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.rest.HangUps;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.store.TakenConversation;
import io.realtime4j.webhook.CallIncoming;

/**
 * Factory for the sessions of calls, in one protocol family.
 *
 * @since 0.1.0
 */
public abstract sealed class SipSessions permits RealtimeSipSessions, LiveSipSessions {

	private final RealtimeRestClient rest;

	SipSessions(RealtimeRestClient rest) {
		this.rest = rest;
	}

	/**
	 * Return whether no sessions may begin at the moment.
	 */
	abstract boolean isClosed();

	/**
	 * Return whether a webhook tells of a call in this family. The same call may be told
	 * of in both.
	 */
	abstract boolean takes(CallIncoming incoming);

	/**
	 * Return the requests about calls of this family.
	 * @param rest makes them
	 */
	abstract CallControl.Verbs verbs(RealtimeRestClient rest);

	/**
	 * Return the client that controls calls, for a session with the credentials of all.
	 */
	final RealtimeRestClient rest() {
		return this.rest;
	}

	/**
	 * Return the control of calls.
	 * @param io waits for the service
	 * @param hangUps ends calls
	 */
	final CallControl control(Executor io, HangUps hangUps) {
		return new CallControl(verbs(this.rest), io, hangUps);
	}

	/**
	 * Prepare the configured session.
	 */
	abstract CallSession prepare(String callId, CallControl control);

	/**
	 * Prepare a session of the first family.
	 * @throws IllegalStateException if calls have sessions of another family
	 */
	CallSession prepare(String callId, CallControl control, Consumer<SessionSpec.Builder> customizer) {
		throw new IllegalStateException(
				"Call " + callId + " has a live session, since 'realtime.sip.family' is live: use acceptLive");
	}

	/**
	 * Prepare a live session.
	 * @throws IllegalStateException if calls have sessions of another family
	 */
	CallSession prepareLive(String callId, CallControl control, Consumer<LiveSpec.Builder> customizer) {
		throw new IllegalStateException("Call " + callId + " has no live session unless 'realtime.sip.family' is live");
	}

	/**
	 * Return the name of the protocol family, by which nodes find calls that they can go
	 * on with.
	 */
	abstract String family();

	/**
	 * Prepare a session that goes on with the call of another node.
	 * @param callId the id of the call
	 * @param taken the conversation, which this node has from now on
	 * @param survival the settings
	 * @param control the control of calls
	 */
	abstract Continued continued(String callId, TakenConversation taken, SipSurvival survival, CallControl control);

	/**
	 * A session that goes on with a call.
	 *
	 * @param session the session
	 * @param onAttached tells the service, once it is attached, what became of the work
	 * that the other node did not finish
	 */
	record Continued(CallSession session, Consumer<VoiceSession> onAttached) {

	}

	/**
	 * A session that a call shall have.
	 *
	 * @param callId the id of the call
	 * @param control the control of the call with the credentials of the session
	 * @param acceptance accepts the call with the settings of the session
	 * @param attachment attaches a session
	 */
	record Prepared(String callId, CallControl control, Runnable acceptance,
			Supplier<Attached> attachment) implements CallSession {

		@Override
		public CompletableFuture<Void> accept() {
			return this.control.run(this.callId, this.acceptance);
		}

		@Override
		public Attached attach() {
			return this.attachment.get();
		}

	}

}
