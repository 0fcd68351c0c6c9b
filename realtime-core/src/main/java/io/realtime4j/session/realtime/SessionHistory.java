package io.realtime4j.session.realtime;

import java.util.Set;
import java.util.function.Consumer;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.conversation.TrimmedConversation;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.server.ConversationItemTruncated;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.HistoryTrimmed;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * History of a session, within its limits. Written under the lock of the session, read by
 * any thread.
 */
final class SessionHistory {

	private final ConversationLimits limits;

	private final SessionSpec spec;

	private final SessionPort port;

	private final Consumer<ClientEvent> sender;

	private volatile Conversation conversation;

	/**
	 * Create a history that begins with the conversation that the session goes on with.
	 * @param spec what the session shall be
	 * @param port what it may use of the session
	 * @param sender sends events
	 */
	SessionHistory(SessionSpec spec, SessionPort port, Consumer<ClientEvent> sender) {
		this.spec = spec;
		this.limits = spec.history();
		this.conversation = (spec.conversation() != null) ? spec.conversation() : Conversation.empty();
		this.port = port;
		this.sender = sender;
	}

	/**
	 * Return what the server has to be told when a connection opens.
	 * @param again whether the session was open before
	 * @return the conversation, or {@code null} if there is none or the server knows it
	 */
	@Nullable Conversation toRestore(boolean again) {
		boolean known = again || this.spec.conversation() != null;
		return (known && !this.spec.isSideband()) ? this.conversation : null;
	}

	Conversation conversation() {
		return this.conversation;
	}

	void apply(ServerEvent event) {
		this.conversation = this.conversation.apply(event);
	}

	/**
	 * Cut what nobody heard.
	 * @param asked what the server is asked to cut
	 * @return whether that takes something away
	 */
	boolean cut(ConversationItemTruncate asked) {
		return changes(this.conversation.cut(asked));
	}

	/**
	 * Cut where the server has.
	 * @param asked what it was asked to cut
	 * @param told what it has cut
	 */
	void cut(ConversationItemTruncate asked, ConversationItemTruncated told) {
		this.conversation = this.conversation.cut(asked, told);
	}

	/**
	 * Take out what was broken off before anybody heard of it.
	 * @param itemId the id of the item
	 * @return whether there was such an item
	 */
	boolean unheard(String itemId) {
		return changes(this.conversation.unheard(itemId));
	}

	@SuppressWarnings("ReferenceEquality")
	private boolean changes(Conversation changed) {
		boolean another = changed != this.conversation;
		this.conversation = changed;
		return another;
	}

	void restored() {
		this.conversation = this.conversation.restored();
	}

	void abandoned(Set<String> responses) {
		this.conversation = this.conversation.abandoned(responses);
	}

	/**
	 * Let the oldest entries go if there are too many.
	 */
	void trim() {
		TrimmedConversation trimmed = this.conversation.trimmed(this.limits);
		this.conversation = trimmed.conversation();
		if (this.limits.deleteAtServer()) {
			trimmed.knownToServer()
				.forEach((item) -> this.sender.accept(new ConversationItemDelete(this.port.nextEventId(), item)));
		}
		if (!trimmed.letGo().isEmpty()) {
			this.port.tell(new HistoryTrimmed(trimmed.letGo()));
		}
	}

}
