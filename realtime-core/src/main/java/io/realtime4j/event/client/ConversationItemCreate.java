package io.realtime4j.event.client;

import java.util.Objects;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Event that adds an item to the conversation; answered by
 * {@code conversation.item.added} and {@code .done} (beta: {@code .created}). Wire type
 * {@code conversation.item.create}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @param previousItemId the id of the item to put it behind, {@code root} for the first
 * place, or {@code null} for the last
 * @param item the item
 * @since 0.1.0
 */
public record ConversationItemCreate(@Nullable String eventId, @Nullable String previousItemId,
		Item item) implements ClientEvent {

	/**
	 * Create a new {@link ConversationItemCreate} instance.
	 */
	public ConversationItemCreate {
		Objects.requireNonNull(item, "'item' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.create";
	}

	/**
	 * Return an event with these members.
	 * @param item the item
	 * @return the event
	 */
	public static ConversationItemCreate of(Item item) {
		return new ConversationItemCreate(null, null, item);
	}

	@Override
	public ConversationItemCreate withEventId(String eventId) {
		return new ConversationItemCreate(eventId, this.previousItemId, this.item);
	}

}
