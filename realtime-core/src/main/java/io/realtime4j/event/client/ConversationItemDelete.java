package io.realtime4j.event.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event that deletes an item of the conversation; answered by
 * {@code conversation.item.deleted}. Wire type {@code conversation.item.delete}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @param itemId the id of the item
 * @since 0.1.0
 */
public record ConversationItemDelete(@Nullable String eventId, String itemId) implements ClientEvent {

	/**
	 * Create a new {@link ConversationItemDelete} instance.
	 */
	public ConversationItemDelete {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.delete";
	}

	/**
	 * Return an event with these members.
	 * @param itemId the id of the item
	 * @return the event
	 */
	public static ConversationItemDelete of(String itemId) {
		return new ConversationItemDelete(null, itemId);
	}

	@Override
	public ConversationItemDelete withEventId(String eventId) {
		return new ConversationItemDelete(eventId, this.itemId);
	}

}
