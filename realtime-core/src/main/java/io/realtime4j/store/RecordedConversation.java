package io.realtime4j.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import io.realtime4j.session.CloseCause;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Conversation of a session that is written to a store. May be used by any thread.
 *
 * @since 0.1.0
 */
public interface RecordedConversation {

	/**
	 * Return the id of the conversation, which stays the same when another session goes
	 * on with it.
	 * @return the id
	 */
	String conversationId();

	/**
	 * Keep a note with the conversation, for whoever goes on with it.
	 * @param name the name of the note
	 * @param text the text, of at most 1,000 characters, or {@code null} to remove it
	 * @throws IllegalArgumentException if the text is too long
	 */
	void note(String name, @Nullable String text);

	/**
	 * Keep a note with the conversation, unless the session ends in a way that makes it
	 * void. It is removed by the last write then.
	 * @param name the name of the note
	 * @param text the text, of at most 1,000 characters
	 * @param lasts tells whether the note stays after an end with this cause; called
	 * under the lock of the session, it must not block
	 * @throws IllegalArgumentException if the text is too long
	 */
	void note(String name, String text, Predicate<CloseCause> lasts);

	/**
	 * Return how long ago the last write began that the store has taken, by a clock that
	 * always goes on: a node that has written nothing for long may have lost the
	 * conversation without hearing of it.
	 * @return the time, since the session was made if nothing was written yet;
	 * {@code null} if the conversation was deleted, so that it is not written any more
	 */
	@Nullable Duration sinceLastWrite();

	/**
	 * Return whether the store has the conversation, so that another session could go on
	 * with it.
	 * @return whether it was written, in this session or before, and not deleted since
	 */
	boolean isStored();

	/**
	 * Tell the store, before work begins that must not be done twice, what was said and
	 * noted until now. That is waited for within the
	 * {@linkplain ConversationRecorder.Builder#maxWait(Duration) longest wait}; then, and
	 * while the store fails, the work begins all the same, which {@link WorkNotStored}
	 * tells. Does not block.
	 * @param workId the id of the work, such as that of the call of a tool
	 * @return completes, on any thread, with whether the work may begin: it may not where
	 * another session has the conversation; never fails
	 */
	CompletableFuture<Boolean> announce(String workId);

	/**
	 * Return the conversation of a session.
	 * @param session the session
	 * @return the conversation, or {@code null} if that of the session is not stored
	 */
	static @Nullable RecordedConversation find(VoiceSession session) {
		return session.feature(RecordedConversation.class);
	}

}
