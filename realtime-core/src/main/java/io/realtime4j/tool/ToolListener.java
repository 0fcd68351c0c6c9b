package io.realtime4j.tool;

import io.realtime4j.session.RealtimeSession;

/**
 * Hears of what happens to calls of tools. Calls for one session come one at a time and
 * in order; a call that blocks delays only the later ones of its own session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolListener {

	/**
	 * Something happened to a call.
	 * @param session the session
	 * @param event what happened
	 */
	void onToolEvent(RealtimeSession session, ToolEvent event);

}
