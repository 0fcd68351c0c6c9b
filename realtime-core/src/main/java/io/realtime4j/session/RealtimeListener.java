package io.realtime4j.session;

import io.realtime4j.event.server.ServerEvent;

/**
 * Hears of the events of sessions. Calls for one session come one at a time and in order;
 * a call that blocks delays only the later ones of its own session.
 *
 * @since 0.1.0
 */
public interface RealtimeListener {

	/**
	 * The server sent an event.
	 * @param session the session
	 * @param event the event
	 * @param json the text as received, with members that the event does not have
	 */
	default void onEvent(RealtimeSession session, ServerEvent event, String json) {
	}

	/**
	 * The state of the session changed.
	 * @param session the session
	 * @param event what changed
	 */
	default void onSessionEvent(RealtimeSession session, SessionEvent event) {
	}

}
