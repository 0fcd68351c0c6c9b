package io.realtime4j.live.tool;

import io.realtime4j.live.session.LiveSession;

/**
 * Listener for events of delegated work. Calls for one session are made one at a time and
 * in order; a call that blocks delays only later calls for the same session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DelegationListener {

	/**
	 * Handle an event of delegated work.
	 * @param session the session
	 * @param event what happened
	 */
	void onDelegationEvent(LiveSession session, DelegationEvent event);

}
