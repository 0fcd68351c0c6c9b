package io.realtime4j.session.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.session.SessionState;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.context.SessionNotAdmittedException;

/**
 * Internal registry of the sessions of a client that have not ended. Thread-safe.
 *
 * @param <S> the kind of session
 * @since 0.1.0
 */
public final class LiveSessions<S extends VoiceSession> {

	private final Set<S> sessions = ConcurrentHashMap.newKeySet();

	private final SessionEnvironment environment;

	/**
	 * Create a registry without sessions.
	 * @param environment what the sessions share
	 */
	public LiveSessions(SessionEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Take a session in until it ends.
	 * @param session the session
	 * @return the same session
	 * @throws io.realtime4j.session.context.SessionNotAdmittedException if no session may
	 * begin any more since this one was made, which is closed then
	 */
	public S add(S session) {
		this.sessions.add(session);
		session.closed().whenComplete((cause, ex) -> removeEnded(session));
		admit(session);
		return session;
	}

	// Who ends all sessions may have looked before this one was here
	private void admit(S session) {
		try {
			this.environment.admit();
		}
		catch (SessionNotAdmittedException ex) {
			session.close();
			throw ex;
		}
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
