package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Event with an item as the server holds it, in answer to
 * {@code conversation.item.retrieve}. Wire type {@code conversation.item.retrieved}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param item the item
 * @since 0.1.0
 */
public record ConversationItemRetrieved(@Nullable String eventId, Item item) implements ServerEvent {

	/**
	 * Create a new {@link ConversationItemRetrieved} instance.
	 */
	public ConversationItemRetrieved {
		Objects.requireNonNull(item, "'item' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.retrieved";
	}

}
