package io.realtime4j.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationChange;
import io.realtime4j.event.server.ServerEvent;

/**
 * Listener that derives changes of the history, for an application that shows or stores
 * it. It may listen to one session or to all sessions of a client.
 *
 * @since 0.1.0
 */
public final class ConversationWatch implements RealtimeListener {

	private final Map<RealtimeSession, Conversation> told = new ConcurrentHashMap<>();

	private final Listener listener;

	/**
	 * Create a watch.
	 * @param listener hears of changes
	 */
	public ConversationWatch(Listener listener) {
		this.listener = listener;
	}

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		// To compare histories for each syllable would cost more than all else together
		return !event.type().endsWith(".delta");
	}

	@Override
	public void onEvent(RealtimeSession session, ServerEvent event, String json) {
		if (wants(session, event)) {
			tell(session);
		}
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		tell(session);
		if (event instanceof SessionClosed) {
			this.told.remove(session);
		}
	}

	private void tell(RealtimeSession session) {
		Conversation now = session.conversation();
		Conversation before = this.told.put(session, now);
		List<ConversationChange> changes = now.changesSince((before != null) ? before : Conversation.empty());
		if (!changes.isEmpty()) {
			this.listener.onConversationChange(session, new ConversationChanged(now, changes));
		}
	}

	/**
	 * Listener for changes to the history of sessions.
	 */
	@FunctionalInterface
	public interface Listener {

		/**
		 * Handle a change of the history. Called on a listener thread, one call at a time
		 * for each session and in order.
		 * @param session the session
		 * @param change what changed
		 */
		void onConversationChange(RealtimeSession session, ConversationChanged change);

	}

}
