package io.realtime4j.tool;

import io.realtime4j.session.VoiceSession;

/**
 * Listener for tool events. Calls for one session are made one at a time and in order; a
 * call that blocks delays only later calls for the same session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolListener {

	/**
	 * Handle a tool event.
	 * @param session the session
	 * @param event what happened
	 */
	void onToolEvent(VoiceSession session, ToolEvent event);

}
