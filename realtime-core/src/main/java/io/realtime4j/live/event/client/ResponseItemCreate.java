package io.realtime4j.live.event.client;

import java.util.Objects;

import io.realtime4j.live.model.response.ResponseItem;
import org.jspecify.annotations.Nullable;

/**
 * Event that adds an item to the response for delegated work, such as the output of a
 * call. The outputs of all calls of a response have to be there before
 * {@code response.create}. Wire type {@code response.item.create}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param item the item
 * @since 0.1.0
 */
public record ResponseItemCreate(@Nullable String eventId, ResponseItem item) implements LiveClientEvent {

	/**
	 * Create a new {@link ResponseItemCreate} instance.
	 */
	public ResponseItemCreate {
		Objects.requireNonNull(item, "'item' must not be null");
	}

	@Override
	public String type() {
		return "response.item.create";
	}

	/**
	 * Return an event with these members.
	 * @param item the item
	 * @return the event
	 */
	public static ResponseItemCreate of(ResponseItem item) {
		return new ResponseItemCreate(null, item);
	}

	@Override
	public ResponseItemCreate withEventId(String eventId) {
		return new ResponseItemCreate(eventId, this.item);
	}

}
