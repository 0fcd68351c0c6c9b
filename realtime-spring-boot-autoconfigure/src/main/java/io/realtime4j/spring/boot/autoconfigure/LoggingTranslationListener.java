package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.session.SessionEvent;
import io.realtime4j.translation.event.ErrorEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.session.TranslationListener;
import io.realtime4j.translation.session.TranslationSession;

/**
 * Tells the log of translation sessions.
 */
class LoggingTranslationListener implements TranslationListener {

	private final SessionLogger logger = new SessionLogger();

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
