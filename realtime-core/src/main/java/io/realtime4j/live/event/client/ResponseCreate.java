package io.realtime4j.live.event.client;

import org.jspecify.annotations.Nullable;

/**
 * Event that continues the response for delegated work, after the outputs of its calls
 * were added. Wire type {@code response.create}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @since 0.1.0
 */
public record ResponseCreate(@Nullable String eventId) implements LiveClientEvent {

	@Override
	public String type() {
		return "response.create";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static ResponseCreate of() {
		return new ResponseCreate(null);
	}

	@Override
	public ResponseCreate withEventId(String eventId) {
		return new ResponseCreate(eventId);
	}

}
