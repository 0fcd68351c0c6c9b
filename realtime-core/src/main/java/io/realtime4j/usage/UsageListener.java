package io.realtime4j.usage;

import io.realtime4j.session.RealtimeSession;

/**
 * Hears of what sessions use. Calls for one session come one at a time and in order; a
 * call that blocks delays only the later ones of its own session.
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
	void onUsageEvent(RealtimeSession session, UsageEvent event);

}
