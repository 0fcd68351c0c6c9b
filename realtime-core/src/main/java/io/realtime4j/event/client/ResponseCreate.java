package io.realtime4j.event.client;

import io.realtime4j.model.response.ResponseSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event that requests a response; answered by {@code response.created}. Wire type
 * {@code response.create}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @param response what the response shall be, or {@code null} for what the session says
 * @since 0.1.0
 */
public record ResponseCreate(@Nullable String eventId, @Nullable ResponseSettings response) implements ClientEvent {

	@Override
	public String type() {
		return "response.create";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static ResponseCreate of() {
		return new ResponseCreate(null, null);
	}

	/**
	 * Return an event that requests a response with these settings.
	 * @param response what the response shall be
	 * @return the event
	 */
	public static ResponseCreate of(ResponseSettings response) {
		return new ResponseCreate(null, response);
	}

	@Override
	public ResponseCreate withEventId(String eventId) {
		return new ResponseCreate(eventId, this.response);
	}

}
