package io.realtime4j.spring.bridge;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sessions of pages, within their bounds.
 */
final class BridgeSessionFactory {

	private final RealtimeClient client;

	private final SessionSpec spec;

	private final List<BridgeSessionCustomizer> customizers;

	private final SessionSlots slots;

	BridgeSessionFactory(RealtimeClient client, SessionSpec spec, List<BridgeSessionCustomizer> customizers,
			BridgeLimits limits) {
		this.client = client;
		this.spec = spec;
		this.customizers = List.copyOf(customizers);
		this.slots = new SessionSlots(limits.maxSessions(), limits.maxSessionsPerUser());
	}

	/**
	 * Create a session that is not open yet.
	 * @param who whose session it is
	 * @param addition adds what the bridge needs to its spec, after all customizers
	 * @return the session and its spec, or {@code null} if there are too many sessions
	 */
	@Nullable Created create(BridgeConnection who, Consumer<SessionSpec.Builder> addition) {
		return within(who, () -> {
			SessionSpec.Builder builder = builder(who);
			addition.accept(builder);
			return create(builder.build());
		});
	}

	/**
	 * Create a session that attaches to a call, and is not open yet.
	 * @param who whose session it is
	 * @param call begins the call with a session like this, and returns its id
	 * @return the session, or {@code null} if there are too many sessions
	 */
	@Nullable RealtimeSession attach(BridgeConnection who, Function<SessionSpec, String> call) {
		Created created = within(who, () -> {
			SessionSpec spec = builder(who).build();
			return create(spec.toBuilder().callId(call.apply(spec)).build());
		});
		return (created != null) ? created.session() : null;
	}

	/**
	 * Take the place of a session for one that is not here.
	 * @param who whose session it is
	 * @return gives the place back, once, or {@code null} if there are too many sessions
	 */
	@Nullable Runnable reserve(BridgeConnection who) {
		return this.slots.take(who.user()) ? () -> this.slots.release(who.user()) : null;
	}

	/**
	 * Return what the session of somebody would be.
	 * @param who whose session it is
	 * @return the spec, after all customizers
	 */
	SessionSpec customized(BridgeConnection who) {
		return builder(who).build();
	}

	private SessionSpec.Builder builder(BridgeConnection who) {
		SessionSpec.Builder builder = this.spec.toBuilder();
		this.customizers.forEach((customizer) -> customizer.customize(who, builder));
		return builder.attribute(BridgeConnection.ATTRIBUTE, who);
	}

	private Created create(SessionSpec spec) {
		return new Created(this.client.create(spec), spec);
	}

	private @Nullable Created within(BridgeConnection who, Supplier<Created> creation) {
		if (!this.slots.take(who.user())) {
			return null;
		}
		try {
			Created created = creation.get();
			created.session().closed().thenRun(() -> this.slots.release(who.user()));
			return created;
		}
		catch (RuntimeException ex) {
			this.slots.release(who.user());
			throw ex;
		}
	}

	/**
	 * A session that was made.
	 *
	 * @param session the session
	 * @param spec what it is
	 */
	record Created(RealtimeSession session, SessionSpec spec) {

	}

}
