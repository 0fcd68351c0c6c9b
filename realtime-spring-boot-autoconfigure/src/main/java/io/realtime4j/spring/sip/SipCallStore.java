package io.realtime4j.spring.sip;

import java.time.Instant;
import java.util.List;

import io.realtime4j.store.ConversationStore;
import org.jspecify.annotations.Nullable;

/**
 * Port to a database that knows which calls are there at all nodes, beside the
 * {@link ConversationStore} that has their conversations. All methods may block and are
 * called by several threads at once. Doing anything twice has the effect of doing it
 * once.
 *
 * @since 0.1.0
 */
public interface SipCallStore {

	/**
	 * Keep a call. One of the same id takes its place.
	 * @param callId the id of the call, of at most 255 characters
	 * @param family the protocol family of its session, of at most 32 characters
	 * @param conversationId the id of its conversation
	 * @param time the time
	 */
	void add(String callId, String family, String conversationId, Instant time);

	/**
	 * Forget a call, since it is over.
	 * @param callId the id of the call
	 */
	void remove(String callId);

	/**
	 * Return the calls of a protocol family that seem to have no node: those whose
	 * conversation has ended, or was not written since some time, or is not there
	 * although the call is known for longer.
	 * @param family the family: whoever goes on with calls of one leaves others alone
	 * @param before the time
	 * @param limit the largest number, larger than zero
	 * @return the calls, the one first that was silent for the longest time
	 */
	List<SilentCall> silent(String family, Instant before, int limit);

	/**
	 * A call whose node says nothing.
	 *
	 * @param callId the id of the call
	 * @param conversationId the id of its conversation
	 * @param owner the number of the owner of the conversation, or {@code null} if the
	 * conversation is not there
	 * @param updatedAt when the conversation was written last, or the call was added if
	 * there is no conversation
	 * @param released whether its node has given it up
	 */
	record SilentCall(String callId, String conversationId, @Nullable Long owner, Instant updatedAt, boolean released) {

	}

}
