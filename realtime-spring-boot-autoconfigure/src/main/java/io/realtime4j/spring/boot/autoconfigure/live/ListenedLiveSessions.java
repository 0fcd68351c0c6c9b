package io.realtime4j.spring.boot.autoconfigure.live;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.spring.dispatch.ListenedSessions;

/**
 * Tells {@link ListenedSessions} of live sessions. It has to be the last of their
 * listeners.
 */
class ListenedLiveSessions implements LiveListener {

	private final ListenedSessions sessions;

	ListenedLiveSessions(ListenedSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public boolean wants(LiveSession session, LiveServerEvent event) {
		return false;
	}

	@Override
	public void onSessionEvent(LiveSession session, SessionEvent event) {
		this.sessions.onSessionEvent(session, event);
	}

}
