package io.realtime4j.spring.bridge.page;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.model.item.Role;

/**
 * Tells whether the user is speaking, by the turns of a live session.
 */
final class UserTurn {

	/**
	 * Each side has one turn that goes on, among the last ones.
	 */
	private static final int LAST = 4;

	private UserTurn() {
	}

	static boolean isOpen(Conversation conversation) {
		return conversation.latestEntries(LAST)
			.stream()
			.anyMatch((entry) -> entry instanceof MessageEntry message && Role.USER.equals(message.role())
					&& !message.settled());
	}

}
