package io.realtime4j.spring.boot.autoconfigure;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Knows which sessions have listeners that have not heard of the end yet. It has to hear
 * of each change of state after all other listeners.
 */
class ListenedSessions {

	private final Set<VoiceSession> sessions = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Runnable whenNone;

	void onSessionEvent(VoiceSession session, SessionEvent event) {
		if (!(event instanceof SessionClosed)) {
			this.sessions.add(session);
			return;
		}
		this.sessions.remove(session);
		runIfNone();
	}

	void whenNone(@Nullable Runnable action) {
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
