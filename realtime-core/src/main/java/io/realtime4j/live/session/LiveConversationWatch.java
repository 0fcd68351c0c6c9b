package io.realtime4j.live.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationChange;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.session.ConversationChanged;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;

/**
 * Listener that derives changes of the history of live sessions, for an application that
 * shows or stores it: it tells of each turn when it has ended. One of the other side that
 * goes on then is told of as well, not settled yet. It may listen to one session or to
 * all sessions of a client.
 *
 * @since 0.1.0
 */
public final class LiveConversationWatch implements LiveListener {

	private final Map<LiveSession, List<LiveTurn>> ended = new ConcurrentHashMap<>();

	private final Map<LiveSession, Conversation> told = new ConcurrentHashMap<>();

	private final BiConsumer<? super LiveSession, ? super ConversationChanged> listener;

	/**
	 * Create a watch.
	 * @param listener hears of changes
	 */
	public LiveConversationWatch(BiConsumer<? super LiveSession, ? super ConversationChanged> listener) {
		this.listener = listener;
	}

	@Override
	public boolean wants(LiveSession session, LiveServerEvent event) {
		return hasEndedTurns(session);
	}

	// The list stays the same until a turn ends
	@SuppressWarnings("ReferenceEquality")
	private boolean hasEndedTurns(LiveSession session) {
		List<LiveTurn> now = session.turns();
		return !now.isEmpty() && this.ended.get(session) != now;
	}

	@Override
	public void onEvent(LiveSession session, LiveServerEvent event, String json) {
		tellOfEnded(session);
	}

	@Override
	public void onSessionEvent(LiveSession session, SessionEvent event) {
		tellOfEnded(session);
		if (event instanceof SessionClosed) {
			this.told.remove(session);
			this.ended.remove(session);
		}
	}

	private void tellOfEnded(LiveSession session) {
		if (hasEndedTurns(session)) {
			tell(session);
		}
	}

	private void tell(LiveSession session) {
		this.ended.put(session, session.turns());
		Conversation now = session.conversation();
		Conversation before = this.told.put(session, now);
		List<ConversationChange> changes = now.changesSince((before != null) ? before : Conversation.empty());
		if (!changes.isEmpty()) {
			this.listener.accept(session, new ConversationChanged(now, changes));
		}
	}

}
