package io.realtime4j.session;

/**
 * Listener for changes to the history of sessions.
 *
 * @since 0.1.0
 * @see ConversationWatch
 */
@FunctionalInterface
public interface ConversationListener {

	/**
	 * Handle a change of the history. Called on a listener thread, one call at a time for
	 * each session and in order.
	 * @param session the session
	 * @param change what changed
	 */
	void onConversationChange(RealtimeSession session, ConversationChanged change);

}
