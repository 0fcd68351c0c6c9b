package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.session.SessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when the session has been created, with its initial settings. The first
 * event of a connection, except of a sideband. Wire type {@code session.created}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param session the settings
 * @since 0.1.0
 */
public record SessionCreated(@Nullable String eventId, SessionSettings session) implements ServerEvent {

	/**
	 * Create a new {@link SessionCreated} instance.
	 */
	public SessionCreated {
		Objects.requireNonNull(session, "'session' must not be null");
	}

	@Override
	public String type() {
		return "session.created";
	}

}
