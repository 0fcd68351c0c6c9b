package io.realtime4j.spring.bridge.page;

import java.util.List;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationEntry;
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
		List<ConversationEntry> entries = conversation.entries();
		return entries.subList(Math.max(0, entries.size() - LAST), entries.size())
			.stream()
			.anyMatch((entry) -> entry instanceof MessageEntry message && Role.USER.equals(message.role())
					&& !message.settled());
	}

}
