package io.realtime4j.live.event.server;

import java.util.Objects;

import io.realtime4j.live.model.decision.DecisionItem;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when an item from which decisions are made was added. Wire type
 * {@code decision.item.created}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param item the item
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record DecisionItemCreated(@Nullable String eventId, DecisionItem item,
		@Nullable String clientEventId) implements LiveServerEvent {

	/**
	 * Create a new {@link DecisionItemCreated} instance.
	 */
	public DecisionItemCreated {
		Objects.requireNonNull(item, "'item' must not be null");
	}

	@Override
	public String type() {
		return "decision.item.created";
	}

}
