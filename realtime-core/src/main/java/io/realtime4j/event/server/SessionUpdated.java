package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.session.SessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event with the settings of the session after a change. Wire type
 * {@code session.updated}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param session all settings
 * @since 0.1.0
 */
public record SessionUpdated(@Nullable String eventId, SessionSettings session) implements ServerEvent {

	/**
	 * Create a new {@link SessionUpdated} instance.
	 */
	public SessionUpdated {
		Objects.requireNonNull(session, "'session' must not be null");
	}

	@Override
	public String type() {
		return "session.updated";
	}

}
