package io.realtime4j.tool;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.Item;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;

/**
 * Sends what answers calls, and asks for the response that follows upon it. It holds no
 * lock of its own while it uses the session, whose control lane calls into this package.
 */
final class Answers {

	private final RealtimeSession session;

	Answers(RealtimeSession session) {
		this.session = session;
	}

	void send(Item item) {
		try {
			this.session.send(ConversationItemCreate.of(item));
		}
		catch (SessionClosedException | OutboxFullException ex) {
			// The server is gone or does not read: nobody can be told
		}
	}

	void followUp() {
		try {
			this.session.followUp();
		}
		catch (SessionClosedException | OutboxFullException ex) {
			// As above
		}
	}

}
