package io.realtime4j.session;

import io.realtime4j.event.RealtimeMessage;

/**
 * Hears of exceptions that listeners throw. They reach neither the session nor other
 * listeners.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ListenerErrorHandler {

	/**
	 * A listener threw an exception.
	 * @param session the session
	 * @param event the event that the listener was called with
	 * @param error what it threw
	 */
	void onListenerError(VoiceSession session, RealtimeMessage event, Throwable error);

}
