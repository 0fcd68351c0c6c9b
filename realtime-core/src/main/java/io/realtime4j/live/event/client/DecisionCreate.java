package io.realtime4j.live.event.client;

import org.jspecify.annotations.Nullable;

/**
 * Event that requests a decision on the questions of the decisions delegation; answered
 * by {@code decision.event}. The server takes it with an id only. Wire type
 * {@code decision.create}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @since 0.1.0
 */
public record DecisionCreate(@Nullable String eventId) implements LiveClientEvent {

	@Override
	public String type() {
		return "decision.create";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static DecisionCreate of() {
		return new DecisionCreate(null);
	}

	@Override
	public DecisionCreate withEventId(String eventId) {
		return new DecisionCreate(eventId);
	}

}
