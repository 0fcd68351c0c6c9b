package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when an item was deleted, in answer to {@code conversation.item.delete}.
 * Wire type {@code conversation.item.deleted}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @since 0.1.0
 */
public record ConversationItemDeleted(@Nullable String eventId, @Nullable String itemId) implements ServerEvent {

	@Override
	public String type() {
		return "conversation.item.deleted";
	}

}
