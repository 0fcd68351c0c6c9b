package io.realtime4j.live.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when an item from which decisions are made was deleted. Wire type
 * {@code decision.item.deleted}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item, or {@code null} if not said
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record DecisionItemDeleted(@Nullable String eventId, @Nullable String itemId,
		@Nullable String clientEventId) implements LiveServerEvent {

	@Override
	public String type() {
		return "decision.item.deleted";
	}

}
