package io.realtime4j.usage;

import io.realtime4j.session.VoiceSession;

/**
 * Listener for usage events. Calls for one session are made one at a time and in order; a
 * call that blocks delays only later calls for the same session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface UsageListener {

	/**
	 * Something was used, or a budget is about to end.
	 * @param session the session
	 * @param event what happened
	 */
	void onUsageEvent(VoiceSession session, UsageEvent event);

}
