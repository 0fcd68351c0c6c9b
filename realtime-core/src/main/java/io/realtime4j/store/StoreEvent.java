package io.realtime4j.store;

import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Event about the writing of a conversation to a store. It is never sent or received.
 *
 * @since 0.1.0
 */
public sealed interface StoreEvent extends RealtimeMessage
		permits StoreFailing, StoreRecovered, ConversationTaken, ConversationNotStored, ItemNotStored, WorkNotStored {

	/**
	 * Return the id of the conversation.
	 * @return the id
	 */
	String conversationId();

	@Override
	default @Nullable String eventId() {
		return null;
	}

}
