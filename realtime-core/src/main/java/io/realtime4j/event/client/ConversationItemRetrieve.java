package io.realtime4j.event.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event that requests an item as the server holds it; answered by
 * {@code conversation.item.retrieved}. Wire type {@code conversation.item.retrieve}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @param itemId the id of the item
 * @since 0.1.0
 */
public record ConversationItemRetrieve(@Nullable String eventId, String itemId) implements ClientEvent {

	/**
	 * Create a new {@link ConversationItemRetrieve} instance.
	 */
	public ConversationItemRetrieve {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.retrieve";
	}

	/**
	 * Return an event with these members.
	 * @param itemId the id of the item
	 * @return the event
	 */
	public static ConversationItemRetrieve of(String itemId) {
		return new ConversationItemRetrieve(null, itemId);
	}

	@Override
	public ConversationItemRetrieve withEventId(String eventId) {
		return new ConversationItemRetrieve(eventId, this.itemId);
	}

}
