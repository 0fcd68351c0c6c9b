package io.realtime4j.live.event.client;

import java.util.Objects;

import io.realtime4j.live.model.decision.DecisionItem;
import org.jspecify.annotations.Nullable;

/**
 * Event that adds an item from which decisions are made; answered by
 * {@code decision.item.created}. Wire type {@code decision.item.create}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param item the item
 * @since 0.1.0
 */
public record DecisionItemCreate(@Nullable String eventId, DecisionItem item) implements LiveClientEvent {

	/**
	 * Create a new {@link DecisionItemCreate} instance.
	 */
	public DecisionItemCreate {
		Objects.requireNonNull(item, "'item' must not be null");
	}

	@Override
	public String type() {
		return "decision.item.create";
	}

	/**
	 * Return an event with these members.
	 * @param item the item
	 * @return the event
	 */
	public static DecisionItemCreate of(DecisionItem item) {
		return new DecisionItemCreate(null, item);
	}

	@Override
	public DecisionItemCreate withEventId(String eventId) {
		return new DecisionItemCreate(eventId, this.item);
	}

}
