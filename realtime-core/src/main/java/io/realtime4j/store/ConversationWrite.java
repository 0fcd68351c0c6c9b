package io.realtime4j.store;

import java.util.List;
import java.util.Objects;

/**
 * Change of a conversation that is written as a whole.
 *
 * @param header the header as it is now, with the number of the owner who writes
 * @param first whether the conversation is to be made if it is not there
 * @param items the items that are new or have changed
 * @param removed the ids of the items that are there no more; some may never have been
 * written
 * @since 0.1.0
 */
public record ConversationWrite(ConversationHeader header, boolean first, List<ItemRecord> items,
		List<String> removed) {

	/**
	 * Create a new {@link ConversationWrite} instance.
	 */
	public ConversationWrite {
		Objects.requireNonNull(header, "'header' must not be null");
		items = List.copyOf(items);
		removed = List.copyOf(removed);
	}

}
