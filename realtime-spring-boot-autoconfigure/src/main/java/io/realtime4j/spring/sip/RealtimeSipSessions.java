package io.realtime4j.spring.sip;

import java.util.function.Consumer;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.store.TakenConversation;
import io.realtime4j.webhook.CallIncoming;
import io.realtime4j.webhook.RealtimeCallIncoming;

/**
 * Factory for the sessions of calls in the first family.
 *
 * @since 0.1.0
 */
public final class RealtimeSipSessions extends SipSessions {

	private final RealtimeClient client;

	private final SessionSpec spec;

	/**
	 * Create a factory.
	 * @param client opens sessions
	 * @param rest controls calls
	 * @param spec the session that calls have by default
	 */
	public RealtimeSipSessions(RealtimeClient client, RealtimeRestClient rest, SessionSpec spec) {
		super(rest);
		this.client = client;
		this.spec = spec;
	}

	@Override
	boolean isClosed() {
		return this.client.isClosedToSessions();
	}

	@Override
	boolean takes(CallIncoming incoming) {
		return incoming instanceof RealtimeCallIncoming;
	}

	@Override
	CallControl.Verbs verbs(RealtimeRestClient rest) {
		return new CallControl.Verbs(rest::rejectCall, rest::referCall, rest::hangUpCall);
	}

	@Override
	CallSession prepare(String callId, CallControl control) {
		return prepare(callId, control, (spec) -> {
		});
	}

	@Override
	CallSession prepare(String callId, CallControl control, Consumer<SessionSpec.Builder> customizer) {
		SessionSpec.Builder builder = this.spec.toBuilder();
		customizer.accept(builder);
		SessionSpec own = builder.callId(callId).build();
		if (!(own.settings() instanceof RealtimeSessionSettings settings)) {
			throw new IllegalArgumentException("A call needs a session with a model that speaks");
		}
		this.client.requireAdmission(own);
		RealtimeRestClient credited = rest().forSession(own);
		return prepared(callId, own, control.with(verbs(credited)), () -> credited.acceptCall(callId, settings));
	}

	@Override
	String family() {
		return "realtime";
	}

	@Override
	Continued continued(String callId, TakenConversation taken, SipSurvival survival, CallControl control) {
		SessionSpec spec = attachedSpec(callId, (builder) -> survival.customizers()
			.forEach((customizer) -> customizer.customize(callId, taken.stored(), builder)));
		TakenConversation repeating = taken.repeating(survival.idempotent().apply(SessionTraits.of(spec)));
		SessionSpec own = repeating.continueIn(spec);
		return new Continued(prepared(callId, own, control.with(verbs(rest().forSession(own))), () -> {
		}), (session) -> tellOutcomes((RealtimeSession) session, repeating));
	}

	// The service has the settings of a call that was accepted elsewhere
	private SessionSpec attachedSpec(String callId, Consumer<SessionSpec.Builder> customizer) {
		SessionSpec.Builder builder = new SessionSpec(null, callId, null, this.spec.failFast(), this.spec.history(),
				this.spec.limits(), this.spec.listeners(), this.spec.interceptors(), this.spec.attributes(),
				this.spec.features())
			.toBuilder();
		customizer.accept(builder);
		return builder.callId(callId).build();
	}

	// The model waits for the outputs, and what was done is not done again. Whoever runs
	// other calls again asks for the answer when these have their outputs
	private static void tellOutcomes(RealtimeSession session, TakenConversation taken) {
		taken.unknownOutcomes().forEach((output) -> session.send(ConversationItemCreate.of(output)));
		if (!taken.unknownOutcomes().isEmpty() && !taken.isRepeating()) {
			session.followUp();
		}
	}

	private Prepared prepared(String callId, SessionSpec own, CallControl control, Runnable accept) {
		return new Prepared(callId, control, accept, () -> {
			RealtimeSession session = this.client.create(own);
			return new CallSession.Attached(session, session.open());
		});
	}

}
