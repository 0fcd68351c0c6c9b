package io.realtime4j.spring.logging;

import io.realtime4j.live.event.server.ErrorEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.model.LiveError;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.SessionEvent;

/**
 * Internal listener that logs the course of live sessions.
 */
public class LoggingLiveListener implements LiveListener {

	private final SessionLogger logger = new SessionLogger(CloseAdvice.LIVE);

	@Override
	public boolean wants(LiveSession session, LiveServerEvent event) {
		return event instanceof ErrorEvent;
	}

	@Override
	public void onEvent(LiveSession session, LiveServerEvent event, String json) {
		if (event instanceof ErrorEvent error) {
			LiveError said = error.error();
			this.logger.onError(session, new RealtimeError(said.type(), said.code(), said.message(), said.param(),
					(said.clientEventId() != null) ? said.clientEventId() : error.clientEventId()));
		}
	}

	@Override
	public void onSessionEvent(LiveSession session, SessionEvent event) {
		this.logger.onSessionEvent(session, event);
	}

}
