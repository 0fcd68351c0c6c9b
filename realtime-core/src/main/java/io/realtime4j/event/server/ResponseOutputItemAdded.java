package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when a response starts a new item. Wire type
 * {@code response.output_item.added}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param outputIndex the place of the item in the output of the response, 0 if the server
 * did not say
 * @param item the item
 * @since 0.1.0
 */
public record ResponseOutputItemAdded(@Nullable String eventId, @Nullable String responseId, long outputIndex,
		Item item) implements ServerEvent {

	/**
	 * Create a new {@link ResponseOutputItemAdded} instance.
	 */
	public ResponseOutputItemAdded {
		Objects.requireNonNull(item, "'item' must not be null");
	}

	@Override
	public String type() {
		return "response.output_item.added";
	}

}
