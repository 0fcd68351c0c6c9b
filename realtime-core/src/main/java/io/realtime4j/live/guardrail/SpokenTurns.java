package io.realtime4j.live.guardrail;

import java.util.HashSet;
import java.util.Set;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.guardrail.JudgedTurns;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.model.item.Role;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;

/**
 * Tells a judge of the turns of the model, as they grow in the history of a session.
 */
final class SpokenTurns implements LiveInterceptor {

	/**
	 * Each side has one turn that goes on, among the last ones.
	 */
	private static final int LAST = 4;

	private final Set<String> open = new HashSet<>();

	private final LiveSession session;

	private final JudgedTurns turns;

	private Conversation told = Conversation.empty();

	SpokenTurns(LiveSession session, JudgedTurns turns) {
		this.session = session;
		this.turns = turns;
	}

	@Override
	public void onEvent(LiveServerEvent event) {
		follow();
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		follow();
		if (event instanceof SessionClosed) {
			this.turns.close();
		}
	}

	@SuppressWarnings("ReferenceEquality")
	private void follow() {
		Conversation now = this.session.conversation();
		if (now == this.told) {
			return;
		}
		this.told = now;
		for (ConversationEntry entry : now.latestEntries(LAST)) {
			if (entry instanceof MessageEntry message && Role.ASSISTANT.equals(message.role())) {
				follow(message);
			}
		}
	}

	private void follow(MessageEntry message) {
		if (!message.settled()) {
			this.open.add(message.itemId());
			this.turns.onText(message.itemId(), message.text());
		}
		else if (this.open.remove(message.itemId())) {
			this.turns.onEnd(message.itemId());
		}
	}

}
