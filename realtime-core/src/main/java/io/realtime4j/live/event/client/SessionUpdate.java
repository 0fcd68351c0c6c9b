package io.realtime4j.live.event.client;

import java.util.Objects;

import io.realtime4j.live.model.session.LiveSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event that changes the delegation or the triggers of the session; answered by
 * {@code session.updated}. Members that are absent keep their values. Wire type
 * {@code session.update}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param session the members to change
 * @since 0.1.0
 */
public record SessionUpdate(@Nullable String eventId, LiveSettings session) implements LiveClientEvent {

	/**
	 * Create a new {@link SessionUpdate} instance.
	 */
	public SessionUpdate {
		Objects.requireNonNull(session, "'session' must not be null");
	}

	@Override
	public String type() {
		return "session.update";
	}

	/**
	 * Return an event with these members.
	 * @param session the members to change
	 * @return the event
	 */
	public static SessionUpdate of(LiveSettings session) {
		return new SessionUpdate(null, session);
	}

	@Override
	public SessionUpdate withEventId(String eventId) {
		return new SessionUpdate(eventId, this.session);
	}

}
