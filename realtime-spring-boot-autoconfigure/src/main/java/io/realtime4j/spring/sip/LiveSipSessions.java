package io.realtime4j.spring.sip;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.webhook.CallIncoming;
import io.realtime4j.webhook.LiveTransportIncoming;

/**
 * Factory for the live sessions of calls.
 *
 * @since 0.1.0
 */
public final class LiveSipSessions extends SipSessions {

	private final LiveClient client;

	private final RealtimeRestClient rest;

	/**
	 * Create a factory.
	 * @param client opens sessions, with a default for them
	 * @param rest controls calls
	 */
	public LiveSipSessions(LiveClient client, RealtimeRestClient rest) {
		this.client = client;
		this.rest = rest;
	}

	@Override
	boolean isClosed() {
		return this.client.isClosedToSessions();
	}

	@Override
	boolean takes(CallIncoming incoming) {
		return incoming instanceof LiveTransportIncoming;
	}

	@Override
	CallControl control(Executor io) {
		return new CallControl(verbs(this.rest), io);
	}

	private static CallControl.Verbs verbs(RealtimeRestClient rest) {
		return new CallControl.Verbs(rest::rejectLiveCall, rest::referLiveCall, rest::hangUpLiveCall);
	}

	@Override
	CallSession prepare(String callId, CallControl control) {
		return prepareLive(callId, control, (spec) -> {
		});
	}

	@Override
	CallSession prepare(String callId, CallControl control, Consumer<SessionSpec.Builder> customizer) {
		throw new IllegalStateException(
				"Call " + callId + " has a live session, since 'realtime.sip.family' is live: use acceptLive");
	}

	@Override
	CallSession prepareLive(String callId, CallControl control, Consumer<LiveSpec.Builder> customizer) {
		LiveSpec.Builder builder = this.client.defaultSpec().toBuilder();
		customizer.accept(builder);
		LiveSpec own = builder.build();
		if (own.attachedTo() != null) {
			throw new IllegalArgumentException("A call needs a session of its own, not one that is attached already");
		}
		RealtimeRestClient credited = this.rest.forSession(own);
		return new Prepared(callId, own.attached(callId), control.with(verbs(credited)),
				() -> credited.acceptLiveCall(callId, own.settings()));
	}

	/**
	 * A session that a call shall have.
	 */
	private final class Prepared implements CallSession {

		private final String callId;

		private final LiveSpec spec;

		private final CallControl control;

		private final Runnable accept;

		Prepared(String callId, LiveSpec spec, CallControl control, Runnable accept) {
			this.callId = callId;
			this.spec = spec;
			this.control = control;
			this.accept = accept;
		}

		@Override
		public CallControl control() {
			return this.control;
		}

		@Override
		public CompletableFuture<Void> accept() {
			return this.control.run(this.callId, this.accept);
		}

		@Override
		public Attached attach() {
			LiveSession session = LiveSipSessions.this.client.create(this.spec);
			return new Attached(session, session.open());
		}

	}

}
