package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Event of the beta protocol sent when an item was added to the conversation; GA sends
 * {@code added} and {@code done} instead. Wire type {@code conversation.item.created}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param previousItemId the id of the item before it, or {@code null} if it is the first
 * or the server does not say
 * @param item the item
 * @since 0.1.0
 */
public record ConversationItemCreated(@Nullable String eventId, @Nullable String previousItemId,
		Item item) implements ServerEvent {

	/**
	 * Create a new {@link ConversationItemCreated} instance.
	 */
	public ConversationItemCreated {
		Objects.requireNonNull(item, "'item' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.created";
	}

}
