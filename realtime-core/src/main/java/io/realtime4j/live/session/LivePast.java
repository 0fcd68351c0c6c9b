package io.realtime4j.live.session;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.conversation.Restoration;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.model.session.InitialMessage;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.Role;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Conversation that a session goes on with, as messages and as turns. Nobody knows when
 * its turns were said.
 *
 * @param conversation the conversation
 */
record LivePast(Conversation conversation) {

	private static final String TURN = "turn_";

	static LivePast of(@Nullable Conversation conversation) {
		return new LivePast((conversation != null) ? conversation : Conversation.empty());
	}

	static String turnId(long number) {
		return TURN + number;
	}

	/**
	 * Return the largest number of its turns, so that no other one has the same id.
	 */
	long lastNumber() {
		return this.conversation.items()
			.stream()
			.map((item) -> String.valueOf(item.id()))
			.filter((id) -> id.matches(TURN + "[0-9]{1,18}"))
			.mapToLong((id) -> Long.parseLong(id.substring(TURN.length())))
			.max()
			.orElse(0);
	}

	/**
	 * Return what was said by both sides.
	 */
	List<LiveTurn> turns() {
		return this.conversation.entries()
			.stream()
			.filter((entry) -> entry instanceof MessageEntry message && isSpoken(message))
			.map((entry) -> turn((MessageEntry) entry))
			.toList();
	}

	private static boolean isSpoken(MessageEntry entry) {
		return !entry.text().isBlank() && (Role.USER.equals(entry.role()) || Role.ASSISTANT.equals(entry.role()));
	}

	private static LiveTurn turn(MessageEntry entry) {
		LiveRole role = Role.ASSISTANT.equals(entry.role()) ? LiveRole.ASSISTANT : LiveRole.USER;
		return new LiveTurn(entry.itemId(), role, entry.text().strip(), 0, 0);
	}

	/**
	 * Return the messages that a server starts with.
	 */
	List<InitialMessage> messages() {
		return Restoration.events(this.conversation)
			.stream()
			.map(ConversationItemCreate::item)
			.map(LivePast::message)
			.filter(Objects::nonNull)
			.toList();
	}

	private static @Nullable InitialMessage message(Item item) {
		if (!(item instanceof Message message)) {
			return null;
		}
		String text = (message.content() != null)
				? message.content().stream().map(LivePast::text).collect(Collectors.joining()).strip() : "";
		return text.isEmpty() ? null : InitialMessage.of(role(message), text);
	}

	private static String text(ContentPart part) {
		if (part instanceof InputText input) {
			return String.valueOf(input.text());
		}
		return (part instanceof OutputText output) ? String.valueOf(output.text()) : "";
	}

	private static LiveRole role(Message message) {
		if (message instanceof AssistantMessage) {
			return LiveRole.ASSISTANT;
		}
		return (message instanceof UserMessage) ? LiveRole.USER : LiveRole.DEVELOPER;
	}

}
