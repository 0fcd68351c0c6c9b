package io.realtime4j.session;

import io.realtime4j.event.RealtimeMessage;

/**
 * Strategy for handling exceptions thrown by listeners. Such exceptions affect neither
 * the session nor other listeners.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ListenerErrorHandler {

	/**
	 * Handle an exception of a listener.
	 * @param session the session
	 * @param event the event that the listener was called with
	 * @param error what it threw
	 */
	void onListenerError(VoiceSession session, RealtimeMessage event, Throwable error);

}
