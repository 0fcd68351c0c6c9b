package io.realtime4j.store;

import java.util.List;
import java.util.Objects;

/**
 * Conversation as a store has it at the moment that somebody takes it over.
 *
 * @param header the header, with the number of the new owner
 * @param items the items by their positions, the smallest first
 * @since 0.1.0
 */
public record ClaimedConversation(ConversationHeader header, List<ItemRecord> items) {

	/**
	 * Create a new {@link ClaimedConversation} instance.
	 */
	public ClaimedConversation {
		Objects.requireNonNull(header, "'header' must not be null");
		items = List.copyOf(items);
	}

}
