package io.realtime4j.spring.tool.ai;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationChange;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.conversation.Restoration;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Role;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.messages.Message;

/**
 * Turns of a session that wait to be kept, in the order of the conversation. A transcript
 * of the user often comes after the answer to it, and an answer that is spoken may be
 * interrupted until the user takes the next turn: what comes later waits for both, but
 * not for ever.
 */
final class TranscriptTurns {

	/**
	 * A server that does not transcribe never tells: more turns than these do not wait.
	 */
	private static final int MAX_WAITING = 8;

	private static final int REMEMBERED = 1000;

	private final List<String> waiting = new ArrayList<>();

	private final RecentIds kept = new RecentIds(REMEMBERED);

	private final RecentIds renamed = new RecentIds(REMEMBERED);

	private Conversation conversation = Conversation.empty();

	private List<String> offered = List.of();

	/**
	 * Take the history as it is now.
	 * @param now the history
	 */
	void update(Conversation now) {
		List<ConversationChange> changes = now.changesSince(this.conversation);
		this.conversation = now;
		for (ConversationChange change : changes) {
			if (change instanceof ConversationChange.Added added && isNew(added.entry())) {
				this.waiting.add(place(added.entry().itemId()), added.entry().itemId());
			}
			else if (change instanceof ConversationChange.Removed removed && this.waiting.remove(removed.itemId())) {
				this.renamed.add(Restoration.restoredId(removed.itemId()));
			}
		}
	}

	// Another connection may know what was kept by another id
	private boolean isNew(ConversationEntry entry) {
		return entry instanceof MessageEntry message
				&& (Role.USER.equals(message.role()) || Role.ASSISTANT.equals(message.role()))
				&& !this.kept.contains(entry.itemId()) && !this.waiting.contains(entry.itemId())
				&& (!message.restored() || this.renamed.contains(entry.itemId()));
	}

	private int place(String itemId) {
		if (this.waiting.isEmpty()) {
			return 0;
		}
		ConversationEntry before = this.conversation.entryBefore(itemId).orElse(null);
		while (before != null && !this.kept.contains(before.itemId())) {
			int index = this.waiting.indexOf(before.itemId());
			if (index >= 0) {
				return index + 1;
			}
			before = this.conversation.entryBefore(before.itemId()).orElse(null);
		}
		return 0;
	}

	/**
	 * Return the turns at the front that nothing is missing of. Turns that were returned
	 * before and are not {@link #stored(Ready) stored} come again with the next one that
	 * is ready, so that a store that fails is not asked by each event.
	 * @return what was said, oldest first
	 */
	Ready settled() {
		Ready ready = ready(false);
		if (ready.ids().equals(this.offered)) {
			return Ready.NONE;
		}
		this.offered = ready.ids();
		return ready;
	}

	/**
	 * Return all turns, as far as they are known.
	 * @return what was said, oldest first
	 */
	Ready all() {
		return ready(true);
	}

	/**
	 * Note that turns are kept.
	 * @param ready what was returned before
	 */
	void stored(Ready ready) {
		this.waiting.removeAll(ready.ids());
		ready.ids().forEach(this.kept::add);
		this.offered = List.of();
	}

	private Ready ready(boolean all) {
		List<String> ids = new ArrayList<>();
		List<Message> messages = new ArrayList<>();
		for (String id : this.waiting) {
			MessageEntry entry = entry(id);
			boolean patient = !all && this.waiting.size() - ids.size() <= MAX_WAITING;
			if (patient && entry != null && !isSettled(entry)) {
				break;
			}
			ids.add(id);
			if (entry != null) {
				addTo(messages, entry);
			}
		}
		return new Ready(List.copyOf(ids), List.copyOf(messages));
	}

	private @Nullable MessageEntry entry(String id) {
		return (this.conversation.entry(id).orElse(null) instanceof MessageEntry entry) ? entry : null;
	}

	private boolean isSettled(MessageEntry entry) {
		boolean whole = entry.settled() && !ItemStatus.IN_PROGRESS.equals(entry.status());
		return whole && (!isSpoken(entry.itemId()) || entry.interrupted() || isFollowedByUser(entry.itemId()));
	}

	private boolean isSpoken(String id) {
		return this.conversation.item(id).orElse(null) instanceof AssistantMessage message && message.content() != null
				&& message.content().stream().anyMatch(OutputAudio.class::isInstance);
	}

	private boolean isFollowedByUser(String id) {
		return this.waiting.stream().skip(this.waiting.indexOf(id) + 1L).anyMatch((later) -> {
			MessageEntry entry = entry(later);
			return entry != null && Role.USER.equals(entry.role());
		});
	}

	// Of what the model said, the user knows only what was heard
	private static void addTo(List<Message> messages, MessageEntry entry) {
		boolean ofUser = Role.USER.equals(entry.role());
		String text = WellFormedText.of((ofUser ? entry.text() : entry.heardText()).strip());
		if (!text.isEmpty()) {
			messages.add(ofUser ? new org.springframework.ai.chat.messages.UserMessage(text)
					: new org.springframework.ai.chat.messages.AssistantMessage(text));
		}
	}

	/**
	 * Turns that can be kept.
	 *
	 * @param ids the ids of their entries
	 * @param messages what was said in them, which can be less
	 */
	record Ready(List<String> ids, List<Message> messages) {

		static final Ready NONE = new Ready(List.of(), List.of());

	}

}
