package io.realtime4j.session.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Internal base class for sessions on a {@link SessionEngine}, with what the sessions of
 * all families have in common.
 *
 * @param <E> the events of the server
 * @param <P> the protocol
 * @since 0.1.0
 */
public abstract class EngineSession<E extends RealtimeMessage, P extends SessionProtocol<E>> implements VoiceSession {

	private final Map<String, Object> attributes;

	/**
	 * Create a session.
	 * @param attributes the first attributes of the application
	 */
	protected EngineSession(Map<String, Object> attributes) {
		this.attributes = new ConcurrentHashMap<>(attributes);
	}

	/**
	 * Return the engine of this session.
	 * @return the engine
	 */
	protected abstract SessionEngine<E, P> engine();

	/**
	 * Return those who listen to this session.
	 * @return the lane that calls them
	 */
	protected abstract ListenerLane<?, ?> listeners();

	/**
	 * Return those who listen to a whole session, to be told of what interceptors have to
	 * tell.
	 */
	static @Nullable ListenerLane<?, ?> listenersOf(VoiceSession session) {
		return (session instanceof EngineSession<?, ?> own) ? own.listeners() : null;
	}

	@Override
	public final String id() {
		return engine().id();
	}

	@Override
	public final SessionState state() {
		return engine().state();
	}

	@Override
	public final long heldSize() {
		return engine().protocol().heldSize() + engine().waitingSize();
	}

	@Override
	public final Map<String, Object> attributes() {
		return this.attributes;
	}

	@Override
	public final Runnable inContext(Runnable task) {
		return engine().inContext(task);
	}

	@Override
	public final CompletableFuture<CloseCause> closed() {
		return engine().closed();
	}

	@Override
	public final Statistics statistics() {
		return engine().statistics();
	}

	@Override
	public final void close() {
		engine().close();
	}

	@Override
	public final void close(ClosedByPolicy cause) {
		engine().close(cause, Duration.ZERO);
	}

}
