package io.realtime4j.live.event.client;

import org.jspecify.annotations.Nullable;

/**
 * Event that ends the session; answered by {@code session.closed}. Wire type
 * {@code session.close}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @since 0.1.0
 */
public record SessionClose(@Nullable String eventId) implements LiveClientEvent {

	@Override
	public String type() {
		return "session.close";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static SessionClose of() {
		return new SessionClose(null);
	}

	@Override
	public SessionClose withEventId(String eventId) {
		return new SessionClose(eventId);
	}

}
