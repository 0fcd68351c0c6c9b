package io.realtime4j.translation.session;

import io.realtime4j.session.SessionEvent;
import io.realtime4j.translation.event.TranslationServerEvent;

/**
 * Hears of the events of translation sessions. Calls for one session come one at a time
 * and in order; a call that blocks delays only the later ones of its own session.
 *
 * @since 0.1.0
 */
public interface TranslationListener {

	/**
	 * The server sent an event.
	 * @param session the session
	 * @param event the event
	 * @param json the text as received, with members that the event does not have
	 */
	default void onEvent(TranslationSession session, TranslationServerEvent event, String json) {
	}

	/**
	 * The state of the session changed.
	 * @param session the session
	 * @param event what changed
	 */
	default void onSessionEvent(TranslationSession session, SessionEvent event) {
	}

}
