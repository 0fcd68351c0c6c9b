package io.realtime4j.session.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.session.SessionState;
import io.realtime4j.session.VoiceSession;

/**
 * Internal registry of the sessions of a client that have not ended. Thread-safe.
 *
 * @param <S> the kind of session
 * @since 0.1.0
 */
public final class LiveSessions<S extends VoiceSession> {

	private final Set<S> sessions = ConcurrentHashMap.newKeySet();

	/**
	 * Create a new {@link LiveSessions} instance.
	 */
	public LiveSessions() {
	}

	/**
	 * Take a session in until it ends.
	 * @param session the session
	 * @return the same session
	 */
	public S add(S session) {
		this.sessions.add(session);
		session.closed().whenComplete((cause, ex) -> removeEnded(session));
		return session;
	}

	// It may have been renewed since
	private void removeEnded(S session) {
		if (session.state() == SessionState.CLOSED) {
			this.sessions.remove(session);
		}
	}

	/**
	 * Return the sessions that have not ended.
	 * @return a copy of the sessions, in no order
	 */
	public List<S> all() {
		return List.copyOf(this.sessions);
	}

	/**
	 * Begin to close all of them.
	 */
	public void close() {
		all().forEach(VoiceSession::close);
	}

}
