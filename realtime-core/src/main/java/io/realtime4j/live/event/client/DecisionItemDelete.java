package io.realtime4j.live.event.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event that deletes an item from which decisions are made; answered by
 * {@code decision.item.deleted}. Wire type {@code decision.item.delete}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param itemId the id of the item
 * @since 0.1.0
 */
public record DecisionItemDelete(@Nullable String eventId, String itemId) implements LiveClientEvent {

	/**
	 * Create a new {@link DecisionItemDelete} instance.
	 */
	public DecisionItemDelete {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "decision.item.delete";
	}

	/**
	 * Return an event with these members.
	 * @param itemId the id of the item
	 * @return the event
	 */
	public static DecisionItemDelete of(String itemId) {
		return new DecisionItemDelete(null, itemId);
	}

	@Override
	public DecisionItemDelete withEventId(String eventId) {
		return new DecisionItemDelete(eventId, this.itemId);
	}

}
