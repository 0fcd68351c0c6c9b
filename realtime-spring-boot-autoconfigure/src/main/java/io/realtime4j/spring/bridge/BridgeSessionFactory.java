package io.realtime4j.spring.bridge;

import java.util.List;
import java.util.function.Consumer;

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
		if (!this.slots.take(who.user())) {
			return null;
		}
		try {
			SessionSpec.Builder builder = this.spec.toBuilder();
			this.customizers.forEach((customizer) -> customizer.customize(who, builder));
			addition.accept(builder.attribute(BridgeConnection.ATTRIBUTE, who));
			SessionSpec customized = builder.build();
			RealtimeSession session = this.client.create(customized);
			session.closed().thenRun(() -> this.slots.release(who.user()));
			return new Created(session, customized);
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
