package io.realtime4j.store;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Port to a database that keeps conversations: for each one a header, and its items by
 * their ids. An implementation reads neither the {@linkplain ConversationHeader#details()
 * details} nor the {@linkplain ItemRecord#json() items}, which are JSON text.
 * <p>
 * All methods may block and are called by several threads at once, for one conversation
 * by one writer of each node. A method that cannot do its work throws an exception and
 * has changed nothing, or all of it: a writer tries the same again, so that to do
 * everything twice must have the effect of doing it once. An implementation should limit
 * how long it waits for its database.
 * <p>
 * Only one owner writes a conversation. Each owner has a number: whoever takes a
 * conversation over {@linkplain #claim raises} it by one, and what the owners before try
 * to write is refused from then on.
 *
 * @since 0.1.0
 */
public interface ConversationStore {

	/**
	 * Write a change of a conversation as a whole: its header takes the place of the one
	 * before, items are added or take the place of those with the same id, and others are
	 * removed. Where there is no such conversation, it is made if the
	 * {@linkplain ConversationWrite#first() write is the first one}.
	 * @param write what to write
	 * @throws ConversationNotOwnedException if the number of the owner in the store is
	 * larger than that of the header, or if the conversation is not there and the write
	 * is not the first one; nothing is written then
	 */
	void write(ConversationWrite write);

	/**
	 * Take a conversation over as a whole: raise the number of its owner by one, if it is
	 * the expected one, change its details, and read it. Of several that try at once, one
	 * succeeds. Where it cannot be read, or the change throws an exception, its owner so
	 * far keeps it.
	 * @param id the id of the conversation
	 * @param owner the number of the owner so far
	 * @param details makes the details of the new owner out of those that are there; it
	 * must not use the store
	 * @return the conversation as it is now, or {@code null} if the number is another
	 * one, or if there is no such conversation
	 */
	@Nullable ClaimedConversation claim(String id, long owner, UnaryOperator<String> details);

	/**
	 * Return the header of a conversation.
	 * @param id the id of the conversation
	 * @return the header, with the number of its owner as it is now, or {@code null} if
	 * there is no such conversation
	 */
	@Nullable ConversationHeader find(String id);

	/**
	 * Return the items of a conversation.
	 * @param id the id of the conversation
	 * @return the items by their {@linkplain ItemRecord#position() positions}, the
	 * smallest first; empty if there is no such conversation
	 */
	List<ItemRecord> items(String id);

	/**
	 * Return the conversations of a user.
	 * @param user the user
	 * @param limit the largest number of them, larger than zero
	 * @return their headers, the one that was written last first
	 */
	List<ConversationHeader> findByUser(String user, int limit);

	/**
	 * Delete a conversation with all its items.
	 * @param id the id of the conversation
	 * @return whether there was one
	 */
	boolean delete(String id);

	/**
	 * Delete all conversations of a user.
	 * @param user the user
	 * @return how many there were
	 */
	int deleteByUser(String user);

	/**
	 * Delete conversations that were not written for some time, the oldest first.
	 * @param time the time before which they were written last
	 * @param limit the largest number to delete at once, larger than zero
	 * @return how many were deleted; fewer than the limit if there are no more
	 */
	int deleteUpdatedBefore(Instant time, int limit);

}
