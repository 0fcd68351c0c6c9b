package io.realtime4j.store;

import io.realtime4j.session.VoiceSession;

/**
 * Listener for store events. Calls for one session are made one at a time and in order; a
 * call that blocks delays only later calls for the same session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StoreListener {

	/**
	 * Handle a store event.
	 * @param session the session, of whatever family
	 * @param event what happened
	 */
	void onStoreEvent(VoiceSession session, StoreEvent event);

}
