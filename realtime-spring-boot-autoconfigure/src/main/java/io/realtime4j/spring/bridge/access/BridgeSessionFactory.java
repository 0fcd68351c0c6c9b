package io.realtime4j.spring.bridge.access;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeSessionCustomizer;
import io.realtime4j.store.StoreOptions;
import io.realtime4j.usage.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Internal factory for the sessions of pages in the first family, within their limits.
 */
public final class BridgeSessionFactory {

	private static final Consumer<SessionSpec.Builder> NO_CHOICE = (spec) -> {
	};

	private final RealtimeClient client;

	private final SessionSpec spec;

	private final List<BridgeSessionCustomizer> customizers;

	private final PageAdmission admission;

	/**
	 * Create a factory.
	 * @param client the client of the sessions
	 * @param spec the specification of all sessions
	 * @param customizers adjust it to the user
	 * @param admission limits the sessions
	 */
	public BridgeSessionFactory(RealtimeClient client, SessionSpec spec, List<BridgeSessionCustomizer> customizers,
			PageAdmission admission) {
		this.client = client;
		this.spec = spec;
		this.customizers = List.copyOf(customizers);
		this.admission = admission;
	}

	/**
	 * Create a session that is not open yet.
	 * @param who whose session it is
	 * @param addition adds what the bridge needs to its spec, after all customizers
	 * @return the session and its spec, or {@code null} if there are too many sessions
	 */
	public PageAdmission.@Nullable Admitted<RealtimeSession, SessionSpec> create(BridgeConnection who,
			Consumer<SessionSpec.Builder> addition) {
		return this.admission.admit(who, (share) -> make(builder(who, NO_CHOICE), addition, share));
	}

	/**
	 * Create a session in a place that is held for it, which is not open yet.
	 * @param who whose session it is
	 * @param hold the place
	 * @param choice changes what whoever it is may choose, before all customizers
	 * @param addition adds what the bridge needs to its spec, after all customizers
	 * @return the session and its spec
	 */
	public PageAdmission.Admitted<RealtimeSession, SessionSpec> create(BridgeConnection who, PageAdmission.Hold hold,
			Consumer<SessionSpec.Builder> choice, Consumer<SessionSpec.Builder> addition) {
		return this.admission.admit(hold, (share) -> make(builder(who, choice), addition, share));
	}

	private PageAdmission.Made<RealtimeSession, SessionSpec> make(SessionSpec.Builder builder,
			Consumer<SessionSpec.Builder> addition, PageMemory.Share share) {
		addition.accept(builder);
		return make(builder.build(), share);
	}

	/**
	 * Create a session that attaches to a call, and is not open yet.
	 * @param who whose session it is
	 * @param call begins the call with a session like this, and returns its id
	 * @param over returns when the call of a session is over, which has its place as long
	 * @return the session, or {@code null} if there are too many sessions
	 */
	public @Nullable RealtimeSession attach(BridgeConnection who, Function<SessionSpec, String> call,
			Function<RealtimeSession, CompletableFuture<?>> over) {
		PageAdmission.Admitted<RealtimeSession, SessionSpec> admitted = this.admission.admit(who, (share) -> {
			SessionSpec spec = admitted(who);
			return make(spec.toBuilder().callId(call.apply(spec)).build(), share).until(over);
		});
		return (admitted != null) ? admitted.session() : null;
	}

	/**
	 * Take the place of a session for one that is not here.
	 * @param who whose session it is
	 * @return gives the place back, once, or {@code null} if there are too many sessions
	 */
	public @Nullable Runnable reserve(BridgeConnection who) {
		return this.admission.reserve(who);
	}

	/**
	 * Return what limits the sessions.
	 * @return the gate
	 */
	public PageAdmission admission() {
		return this.admission;
	}

	/**
	 * Return what the session of somebody would be, if it may begin.
	 * @param who whose session it is
	 * @return the spec, after all customizers
	 * @throws io.realtime4j.session.context.SessionNotAdmittedException if it may not
	 */
	public SessionSpec admitted(BridgeConnection who) {
		SessionSpec spec = builder(who, NO_CHOICE).build();
		this.client.requireAdmission(spec);
		return spec;
	}

	private SessionSpec.Builder builder(BridgeConnection who, Consumer<SessionSpec.Builder> choice) {
		SessionSpec.Builder builder = this.spec.toBuilder();
		choice.accept(builder);
		if (this.spec.feature(StoreOptions.class) == null && who.principal() != null) {
			builder.feature(StoreOptions.class, StoreOptions.ofUser(who.principal().getName()));
		}
		who.tenant().ifPresent((tenant) -> builder.feature(Tenant.class, tenant));
		this.customizers.forEach((customizer) -> customizer.customize(who, builder));
		// Pages play what they hear themselves
		return builder.feature(BridgeConnection.class, who).feature(AudioSinkFactory.class, (session) -> null);
	}

	private PageAdmission.Made<RealtimeSession, SessionSpec> make(SessionSpec spec, PageMemory.Share share) {
		SessionSpec counted = spec.toBuilder().interceptor((session) -> count(session, share)).build();
		return PageAdmission.Made.of(this.client.create(counted), spec);
	}

	private static SessionInterceptor count(RealtimeSession session, PageMemory.Share share) {
		share.of(session);
		return new SessionInterceptor() {

			@Override
			public boolean onEvent(ServerEvent event) {
				share.count();
				return true;
			}

		};
	}

}
