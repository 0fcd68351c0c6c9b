package io.realtime4j.live.session;

import java.util.List;
import java.util.function.Supplier;

import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.session.engine.LiveSessions;
import io.realtime4j.session.engine.SessionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Default implementation of {@link LiveClient}. It creates no threads: those of its
 * environment are closed by their owner.
 *
 * @since 0.1.0
 */
public final class DefaultLiveClient implements LiveClient {

	private final LiveSessions<LiveSession> sessions;

	private final LiveCodec codec = LiveCodec.create();

	private final SessionEnvironment environment;

	private final List<LiveListener> listeners;

	private final List<LiveInterceptor.Factory> interceptors;

	private final @Nullable Supplier<LiveSpec> defaultSpec;

	/**
	 * Create a client without a default for its sessions.
	 * @param environment what all sessions share, such as that of a
	 * {@link io.realtime4j.session.realtime.DefaultRealtimeClient#environment() client of
	 * the first family}
	 * @param listeners hear of all sessions
	 */
	public DefaultLiveClient(SessionEnvironment environment, List<LiveListener> listeners) {
		this(environment, listeners, List.of(), null);
	}

	/**
	 * Create a client with a default specification of sessions.
	 * @param environment what all sessions share
	 * @param listeners hear of all sessions
	 * @param interceptors make what takes part in a session, such as its tools
	 * @param defaultSpec gives what sessions are by default, or {@code null} if there is
	 * none
	 */
	public DefaultLiveClient(SessionEnvironment environment, List<LiveListener> listeners,
			List<LiveInterceptor.Factory> interceptors, @Nullable Supplier<LiveSpec> defaultSpec) {
		this.environment = environment;
		this.sessions = new LiveSessions<>(environment);
		this.listeners = List.copyOf(listeners);
		this.interceptors = List.copyOf(interceptors);
		this.defaultSpec = defaultSpec;
	}

	@Override
	public LiveSpec defaultSpec() {
		if (this.defaultSpec == null) {
			throw new IllegalStateException(
					"The client has no default: give its constructor a 'defaultSpec', or open a session by a LiveSpec");
		}
		return this.defaultSpec.get();
	}

	@Override
	public LiveSession create(LiveSpec spec) {
		return this.sessions
			.add(new DefaultLiveSession(this.environment, this.codec, spec, this.listeners, this.interceptors));
	}

	@Override
	public boolean isClosedToSessions() {
		return this.environment.admission().refusal() != null;
	}

	@Override
	public void requireAdmission(LiveSpec spec) {
		this.environment.admit(spec);
	}

	@Override
	public List<LiveSession> sessions() {
		return this.sessions.all();
	}

	@Override
	public void close() {
		this.sessions.close();
	}

}
