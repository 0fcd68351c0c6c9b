package io.realtime4j.spring.bridge.access;

import java.util.List;
import java.util.function.Consumer;

import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.live.store.LiveConversationRecorder;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeLiveSessionCustomizer;
import io.realtime4j.store.StoreOptions;
import io.realtime4j.usage.Tenant;

/**
 * Internal factory for the live sessions of pages, within their limits.
 */
public final class LiveBridgeSessionFactory {

	private final LiveClient client;

	private final List<BridgeLiveSessionCustomizer> customizers;

	private final ConversationLimits history;

	private final SessionLimits limits;

	private final PageAdmission admission;

	/**
	 * Create a factory.
	 * @param client the client of the sessions, with a default for them
	 * @param customizers adjust the default to the user
	 * @param history how much of its conversation a session holds
	 * @param limits how much waits for the listeners and for the server
	 * @param admission limits the sessions
	 */
	public LiveBridgeSessionFactory(LiveClient client, List<BridgeLiveSessionCustomizer> customizers,
			ConversationLimits history, SessionLimits limits, PageAdmission admission) {
		this.client = client;
		this.customizers = List.copyOf(customizers);
		this.history = history;
		this.limits = limits;
		this.admission = admission;
	}

	/**
	 * Create a session in a place that is held for it, which is not open yet.
	 * @param who whose session it is
	 * @param hold the place
	 * @param choice changes what whoever it is may choose, before all customizers
	 * @param addition adds what the bridge needs to its spec, after all customizers
	 * @return the session and its spec
	 */
	public PageAdmission.Admitted<LiveSession, LiveSpec> create(BridgeConnection who, PageAdmission.Hold hold,
			Consumer<LiveSpec.Builder> choice, Consumer<LiveSpec.Builder> addition) {
		return this.admission.admit(hold, (share) -> {
			LiveSpec.Builder builder = this.client.defaultSpec().toBuilder().history(this.history).limits(this.limits);
			choice.accept(builder);
			if (builder.build().feature(StoreOptions.class) == null && who.principal() != null) {
				LiveConversationRecorder.options(builder, StoreOptions.ofUser(who.principal().getName()));
			}
			who.tenant().ifPresent((tenant) -> builder.feature(Tenant.class, tenant));
			this.customizers.forEach((customizer) -> customizer.customize(who, builder));
			builder.feature(BridgeConnection.class, who);
			addition.accept(builder);
			LiveSpec spec = builder.interceptor((session) -> count(session, share)).build();
			return PageAdmission.Made.of(this.client.create(spec), spec);
		});
	}

	/**
	 * Return what limits the sessions.
	 * @return the gate
	 */
	public PageAdmission admission() {
		return this.admission;
	}

	private static LiveInterceptor count(LiveSession session, PageMemory.Share share) {
		share.of(session);
		return new LiveInterceptor() {

			@Override
			public void onEvent(LiveServerEvent event) {
				share.count();
			}

		};
	}

}
