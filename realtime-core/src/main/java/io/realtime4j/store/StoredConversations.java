package io.realtime4j.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stored conversations, for an application that reads, continues or deletes them. All
 * methods block until the store has answered, and throw what it throws.
 *
 * @since 0.1.0
 */
public final class StoredConversations {

	private static final int BATCH = 100;

	private final ConversationStore store;

	/**
	 * Create a view of a store.
	 * @param store keeps conversations
	 */
	public StoredConversations(ConversationStore store) {
		this.store = store;
	}

	/**
	 * Return a conversation.
	 * @param id the id of the conversation
	 * @return the conversation, or empty if there is none
	 * @throws UnreadableConversationException if it cannot be read
	 */
	public Optional<StoredConversation> find(String id) {
		ConversationHeader header = this.store.find(id);
		return (header != null) ? Optional.of(StoredConversation.of(header, this.store.items(id))) : Optional.empty();
	}

	/**
	 * Return a conversation without its items.
	 * @param id the id of the conversation
	 * @return the conversation, or empty if there is none
	 * @throws UnreadableConversationException if it cannot be read
	 */
	public Optional<StoredConversation> findHeader(String id) {
		ConversationHeader header = this.store.find(id);
		return (header != null) ? Optional.of(StoredConversation.of(header, List.of())) : Optional.empty();
	}

	/**
	 * Return the conversations of a user.
	 * @param user the user
	 * @param limit the largest number of them, larger than zero
	 * @return their headers, the one that was written last first
	 */
	public List<ConversationHeader> findByUser(String user, int limit) {
		return this.store.findByUser(StoredNames.user(user), limit);
	}

	/**
	 * Take a conversation over, to go on with it in another session. A session that has
	 * it so far loses it, and ends.
	 * @param id the id of the conversation
	 * @return the conversation, or empty if there is none, or if somebody else is taking
	 * it over at the same time
	 * @throws UnreadableConversationException if it cannot be read
	 */
	public Optional<TakenConversation> takeOver(String id) {
		ConversationHeader header = this.store.find(id);
		return (header != null) ? takeOver(header) : Optional.empty();
	}

	/**
	 * Take a conversation over, unless somebody has since its header was read.
	 * @param header the header
	 * @return the conversation, or empty if it is gone or somebody was faster
	 * @throws UnreadableConversationException if it cannot be read
	 */
	public Optional<TakenConversation> takeOver(ConversationHeader header) {
		return takeOver(header, Map.of());
	}

	/**
	 * Take a conversation over, unless somebody has since its header was read, and keep
	 * notes with it at the same moment.
	 * @param header the header
	 * @param notes the texts by the names of the notes, as with
	 * {@link RecordedConversation#note}; others stay as they are
	 * @return the conversation, or empty if it is gone or somebody was faster
	 * @throws UnreadableConversationException if it cannot be read
	 */
	public Optional<TakenConversation> takeOver(ConversationHeader header, Map<String, String> notes) {
		// Nobody loses a conversation to a node that cannot read it
		StoredConversation.of(header, this.store.items(header.id()));
		ClaimedConversation claimed = this.store.claim(header.id(), header.owner(),
				(details) -> notes.isEmpty() ? details : RecordFormat.withNotes(details, notes));
		return (claimed != null) ? Optional.of(taken(claimed)) : Optional.empty();
	}

	private static TakenConversation taken(ClaimedConversation claimed) {
		return new TakenConversation(StoredConversation.of(claimed.header(), claimed.items()), claimed.items());
	}

	/**
	 * Delete a conversation. A session that has it goes on, and nothing more of it is
	 * stored.
	 * @param id the id of the conversation
	 * @return whether there was one
	 */
	public boolean delete(String id) {
		return this.store.delete(id);
	}

	/**
	 * Delete all conversations of a user.
	 * @param user the user
	 * @return how many there were
	 */
	public int deleteByUser(String user) {
		return this.store.deleteByUser(StoredNames.user(user));
	}

	/**
	 * Delete all conversations that were not written for some time, a hundred at a time.
	 * @param time the time before which they were written last
	 * @return how many there were
	 */
	public int deleteUpdatedBefore(Instant time) {
		int all = 0;
		int deleted = BATCH;
		while (deleted >= BATCH) {
			deleted = this.store.deleteUpdatedBefore(time, BATCH);
			all += deleted;
		}
		return all;
	}

}
