package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when an item was added to the conversation; its content may follow. Wire
 * type {@code conversation.item.added}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param previousItemId the id of the item before it, or {@code null} if it is the first
 * or the server does not say
 * @param item the item
 * @since 0.1.0
 */
public record ConversationItemAdded(@Nullable String eventId, @Nullable String previousItemId,
		Item item) implements ServerEvent {

	/**
	 * Create a new {@link ConversationItemAdded} instance.
	 */
	public ConversationItemAdded {
		Objects.requireNonNull(item, "'item' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.added";
	}

}
