package io.realtime4j.spring.external;

import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.session.TranslationListener;
import io.realtime4j.translation.session.TranslationSession;

/**
 * Internal listener that hears of the end of translations, which have no turns.
 *
 * @since 0.1.0
 */
public final class ExternalTranslationListener implements TranslationListener {

	private final ExternalEvents events;

	/**
	 * Create a listener.
	 * @param events makes the events
	 */
	public ExternalTranslationListener(ExternalEvents events) {
		this.events = events;
	}

	@Override
	public boolean wants(TranslationSession session, TranslationServerEvent event) {
		return false;
	}

	@Override
	public void onSessionEvent(TranslationSession session, SessionEvent event) {
		if (event instanceof SessionClosed closed) {
			this.events.ended(session, closed);
		}
	}

}
