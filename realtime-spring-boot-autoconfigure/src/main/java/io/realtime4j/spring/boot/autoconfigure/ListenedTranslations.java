package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.session.SessionEvent;
import io.realtime4j.spring.dispatch.ListenedSessions;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.session.TranslationListener;
import io.realtime4j.translation.session.TranslationSession;

/**
 * Tells {@link ListenedSessions} of translation sessions. It has to be the last of their
 * listeners.
 */
class ListenedTranslations implements TranslationListener {

	private final ListenedSessions sessions;

	ListenedTranslations(ListenedSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public boolean wants(TranslationSession session, TranslationServerEvent event) {
		return false;
	}

	@Override
	public void onSessionEvent(TranslationSession session, SessionEvent event) {
		this.sessions.onSessionEvent(session, event);
	}

}
