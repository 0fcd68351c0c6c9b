package io.realtime4j.spring.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Internal record of the sessions of all protocol families whose listeners have not heard
 * of the end yet. It has to hear of each change of state after all other listeners.
 */
public class ListenedSessions {

	private final Set<VoiceSession> sessions = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Runnable whenNone;

	/**
	 * Hear of a change in the state of a session, as the last one.
	 * @param session the session
	 * @param event what changed
	 */
	public void onSessionEvent(VoiceSession session, SessionEvent event) {
		if (!(event instanceof SessionClosed)) {
			this.sessions.add(session);
			return;
		}
		this.sessions.remove(session);
		runIfNone();
	}

	/**
	 * Do something when there is no such session, each time.
	 * @param action what to do, or {@code null} for nothing any longer
	 */
	public void whenNone(@Nullable Runnable action) {
		this.whenNone = action;
		runIfNone();
	}

	private void runIfNone() {
		Runnable action = this.whenNone;
		if (action != null && this.sessions.isEmpty()) {
			action.run();
		}
	}

}
