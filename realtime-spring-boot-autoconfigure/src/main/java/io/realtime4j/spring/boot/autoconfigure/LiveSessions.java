package io.realtime4j.spring.boot.autoconfigure;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Knows which sessions have listeners that have not heard of the end yet. It has to be
 * the last of the listeners.
 */
class LiveSessions implements RealtimeListener {

	private final Set<RealtimeSession> sessions = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Runnable whenNone;

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		if (!(event instanceof SessionClosed)) {
			this.sessions.add(session);
			return;
		}
		this.sessions.remove(session);
		runIfNone();
	}

	void whenNone(Runnable action) {
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
