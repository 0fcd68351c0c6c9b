package io.realtime4j.translation.session;

import java.util.List;

import io.realtime4j.session.engine.LiveSessions;
import io.realtime4j.session.engine.SessionEnvironment;
import io.realtime4j.translation.codec.TranslationCodec;

/**
 * Opens translation sessions with one server. A client may be shared by all threads. It
 * creates no threads: those of its environment are closed by their owner.
 *
 * @since 0.1.0
 */
public final class TranslationClient implements AutoCloseable {

	private final LiveSessions<TranslationSession> sessions = new LiveSessions<>();

	private final TranslationCodec codec = TranslationCodec.create();

	private final SessionEnvironment environment;

	private final List<TranslationListener> listeners;

	/**
	 * Create a client.
	 * @param environment what all sessions share, such as that of a
	 * {@link io.realtime4j.session.realtime.DefaultRealtimeClient#environment() client of
	 * the other family}
	 * @param listeners hear of all sessions
	 */
	public TranslationClient(SessionEnvironment environment, List<TranslationListener> listeners) {
		this.environment = environment;
		this.listeners = List.copyOf(listeners);
	}

	/**
	 * Create a session and begin to open it.
	 * @param spec what the session shall be
	 * @return the session
	 */
	public TranslationSession open(TranslationSpec spec) {
		TranslationSession session = create(spec);
		session.open();
		return session;
	}

	/**
	 * Create a session that is opened by its first use.
	 * @param spec what the session shall be
	 * @return the session
	 */
	public TranslationSession create(TranslationSpec spec) {
		return this.sessions.add(new DefaultTranslationSession(this.environment, this.codec, spec, this.listeners));
	}

	/**
	 * Return the sessions that have not ended.
	 * @return a copy of the sessions, in no order
	 */
	public List<TranslationSession> sessions() {
		return this.sessions.all();
	}

	/**
	 * Begin to close all sessions and return at once.
	 */
	@Override
	public void close() {
		this.sessions.close();
	}

}
