package io.realtime4j.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.usage.UsageTotals;
import org.jspecify.annotations.Nullable;

/**
 * Conversation as it is in the store.
 *
 * @param header its header
 * @param items its items with what was heard, oldest first
 * @param settings the essentials of its settings, or {@code null} if the server has not
 * told any
 * @param usage what was used and what that cost, or {@code null} if it was not measured
 * @param notes what those who took part in it have {@linkplain RecordedConversation#note
 * noted}
 * @since 0.1.0
 */
public record StoredConversation(ConversationHeader header, List<ItemSnapshot> items, @Nullable StoredSettings settings,
		@Nullable UsageTotals usage, Map<String, String> notes) {

	/**
	 * Create a new {@link StoredConversation} instance.
	 */
	public StoredConversation {
		items = List.copyOf(items);
		notes = Map.copyOf(notes);
	}

	static StoredConversation of(ConversationHeader header, List<ItemRecord> items) {
		ConversationDetails details = RecordFormat.details(header.details());
		return new StoredConversation(header, items.stream().map(RecordFormat::item).toList(), details.settings(),
				details.usage(), details.notes());
	}

	/**
	 * Return the id of the conversation.
	 * @return the id
	 */
	public String id() {
		return this.header.id();
	}

	/**
	 * Return whose conversation it is.
	 * @return the user, or {@code null} if that is not known
	 */
	public @Nullable String user() {
		return this.header.user();
	}

	/**
	 * Return when the session of the conversation ended.
	 * @return the time, or {@code null} if it goes on or its node died
	 */
	public @Nullable Instant endedAt() {
		return this.header.endedAt();
	}

	/**
	 * Return what was said, to show it or to go on with it.
	 * @return the conversation
	 */
	public Conversation conversation() {
		return Conversation.of(this.items);
	}

	/**
	 * Return a text without what was said.
	 */
	@Override
	public String toString() {
		return "StoredConversation[" + this.header + ", items=" + this.items.size() + "]";
	}

}
