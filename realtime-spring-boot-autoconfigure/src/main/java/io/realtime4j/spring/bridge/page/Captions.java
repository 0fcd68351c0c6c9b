package io.realtime4j.spring.bridge.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationChange;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.conversation.ToolCallEntry;
import io.realtime4j.model.item.Role;
import io.realtime4j.spring.bridge.connection.PageOutput;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page what is said, and what tools say. Not thread-safe.
 */
final class Captions {

	private static final int MAX_LEFT = 32;

	private final PageOutput output;

	private final boolean toolData;

	private final PastCalls calls;

	private final Set<String> left = new LinkedHashSet<>();

	private Conversation shown = Conversation.empty();

	Captions(PageOutput output, boolean toolData, PastCalls calls) {
		this.calls = calls;
		this.output = output;
		this.toolData = toolData;
	}

	/**
	 * Return the history of the conversation.
	 * @return the messages of the user and of the model, oldest first
	 */
	List<MessageEntry> history() {
		return messages(this.shown);
	}

	/**
	 * Note what is cut off since the page has gone.
	 * @param itemIds the ids of the items
	 */
	void leave(Set<String> itemIds) {
		this.left.addAll(itemIds);
		while (this.left.size() > MAX_LEFT) {
			this.left.remove(this.left.iterator().next());
		}
	}

	Set<String> left() {
		return Set.copyOf(this.left);
	}

	/**
	 * Return the id of the last message, or {@code null} if there is none.
	 */
	@Nullable String last() {
		List<MessageEntry> all = history();
		return all.isEmpty() ? null : all.get(all.size() - 1).itemId();
	}

	void update(Conversation conversation) {
		Conversation before = this.shown;
		List<ConversationChange> changes = conversation.changesSince(before);
		this.shown = conversation;
		changes.forEach((change) -> tell(change, before));
	}

	private void tell(ConversationChange change, Conversation before) {
		if (change instanceof ConversationChange.Added added) {
			tell(added.entry());
		}
		else if (change instanceof ConversationChange.Changed changed && !looksAsBefore(changed.entry(), before)) {
			tell(changed.entry());
		}
		else if (change instanceof ConversationChange.Removed removed) {
			this.output.tell(PageMessages.transcriptRemoved(removed.itemId()));
		}
	}

	// Much changes in an entry that no page shows, such as how much of it was heard
	private boolean looksAsBefore(ConversationEntry entry, Conversation before) {
		return entry instanceof MessageEntry now
				&& before.entry(entry.itemId()).orElse(null) instanceof MessageEntry old
				&& transcript(old, before).equals(transcript(now, this.shown));
	}

	private void tell(ConversationEntry entry) {
		if (entry instanceof MessageEntry message && isShown(message)) {
			this.output.tell(transcript(message, this.shown));
		}
		else if (entry instanceof ToolCallEntry call && this.toolData && call.callId() != null
				&& call.output() != null) {
			this.calls.output(call.callId(), call.output());
			this.output.tell(PageMessages.toolOutput(call.callId(), call.output()));
		}
	}

	private String transcript(MessageEntry message, Conversation conversation) {
		return PageMessages.transcript(message, messageBefore(message, conversation),
				this.left.contains(message.itemId()));
	}

	private static @Nullable String messageBefore(MessageEntry entry, Conversation conversation) {
		ConversationEntry before = conversation.entryBefore(entry.itemId()).orElse(null);
		while (before != null && !(before instanceof MessageEntry message && isShown(message))) {
			before = conversation.entryBefore(before.itemId()).orElse(null);
		}
		return (before != null) ? before.itemId() : null;
	}

	private static List<MessageEntry> messages(Conversation conversation) {
		return conversation.entries()
			.stream()
			.filter((entry) -> entry instanceof MessageEntry message && isShown(message))
			.map(MessageEntry.class::cast)
			.toList();
	}

	// Nobody said what guides the model
	private static boolean isShown(MessageEntry entry) {
		return Role.USER.equals(entry.role()) || Role.ASSISTANT.equals(entry.role());
	}

}
