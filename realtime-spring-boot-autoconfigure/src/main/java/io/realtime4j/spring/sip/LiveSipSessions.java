package io.realtime4j.spring.sip;

import java.util.function.Consumer;

import io.realtime4j.live.model.session.LiveModel;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.live.store.LiveContinuation;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.store.StoredSettings;
import io.realtime4j.store.TakenConversation;
import io.realtime4j.webhook.CallIncoming;
import io.realtime4j.webhook.LiveTransportIncoming;

/**
 * Factory for the live sessions of calls.
 *
 * @since 0.1.0
 */
public final class LiveSipSessions extends SipSessions {

	private final LiveClient client;

	/**
	 * Create a factory.
	 * @param client opens sessions, with a default for them
	 * @param rest controls calls
	 */
	public LiveSipSessions(LiveClient client, RealtimeRestClient rest) {
		super(rest);
		this.client = client;
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
	CallControl.Verbs verbs(RealtimeRestClient rest) {
		return new CallControl.Verbs(rest::rejectLiveCall, rest::referLiveCall, rest::hangUpLiveCall);
	}

	@Override
	CallSession prepare(String callId, CallControl control) {
		return prepareLive(callId, control, (spec) -> {
		});
	}

	@Override
	CallSession prepareLive(String callId, CallControl control, Consumer<LiveSpec.Builder> customizer) {
		LiveSpec.Builder builder = this.client.defaultSpec().toBuilder();
		customizer.accept(builder);
		LiveSpec own = builder.build();
		if (own.attachedTo() != null) {
			throw new IllegalArgumentException("A call needs a session of its own, not one that is attached already");
		}
		this.client.requireAdmission(own);
		RealtimeRestClient credited = rest().forSession(own);
		return prepared(callId, own.attached(callId), control.with(verbs(credited)),
				() -> credited.acceptLiveCall(callId, own.settings()));
	}

	@Override
	String family() {
		return "live";
	}

	@Override
	Continued continued(String callId, TakenConversation taken, SipSurvival survival, CallControl control) {
		LiveSpec.Builder builder = this.client.defaultSpec().attached(callId).toBuilder();
		StoredSettings accepted = taken.stored().settings();
		String model = (accepted != null) ? accepted.model() : null;
		if (model != null) {
			// By which its usage has a price
			LiveModel known = new LiveModel(model);
			builder.settings((settings) -> settings.model(known));
		}
		survival.liveCustomizers().forEach((customizer) -> customizer.customize(callId, taken.stored(), builder));
		LiveContinuation continuation = LiveContinuation.of(taken)
			.repeating(survival.idempotent().apply(builder.build()));
		continuation.continueIn(builder);
		LiveSpec own = builder.build();
		return new Continued(prepared(callId, own, control.with(verbs(rest().forSession(own))), () -> {
		}), (session) -> continuation.tellOutcomes((LiveSession) session));
	}

	private Prepared prepared(String callId, LiveSpec own, CallControl control, Runnable accept) {
		return new Prepared(callId, control, accept, () -> {
			LiveSession session = this.client.create(own);
			return new CallSession.Attached(session, session.open());
		});
	}

}
