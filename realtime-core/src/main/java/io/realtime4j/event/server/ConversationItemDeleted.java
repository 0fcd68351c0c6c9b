package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An item was removed, as {@code conversation.item.delete} asked. Wire type
 * {@code conversation.item.deleted}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item
 * @since 0.1.0
 */
public record ConversationItemDeleted(@Nullable String eventId, String itemId) implements ServerEvent {

	public ConversationItemDeleted {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.deleted";
	}

}
