package io.realtime4j.spring.logging;

import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;

/**
 * Internal listener that logs the course of sessions.
 */
public class LoggingListener implements RealtimeListener {

	private final SessionLogger logger = new SessionLogger();

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		return event instanceof ErrorEvent;
	}

	@Override
	public void onEvent(RealtimeSession session, ServerEvent event, String json) {
		if (event instanceof ErrorEvent error) {
			this.logger.onError(session, error.error());
		}
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		this.logger.onSessionEvent(session, event);
	}

}
