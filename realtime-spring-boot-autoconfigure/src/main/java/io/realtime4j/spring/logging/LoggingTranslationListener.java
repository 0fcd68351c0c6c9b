package io.realtime4j.spring.logging;

import io.realtime4j.session.SessionEvent;
import io.realtime4j.translation.event.ErrorEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.session.TranslationListener;
import io.realtime4j.translation.session.TranslationSession;

/**
 * Internal listener that logs the course of translation sessions.
 */
public class LoggingTranslationListener implements TranslationListener {

	private final SessionLogger logger = new SessionLogger();

	@Override
	public boolean wants(TranslationSession session, TranslationServerEvent event) {
		return event instanceof ErrorEvent;
	}

	@Override
	public void onEvent(TranslationSession session, TranslationServerEvent event, String json) {
		if (event instanceof ErrorEvent error) {
			this.logger.onError(session, error.error());
		}
	}

	@Override
	public void onSessionEvent(TranslationSession session, SessionEvent event) {
		this.logger.onSessionEvent(session, event);
	}

}
