package io.realtime4j.live.event.server;

import java.util.Objects;

import io.realtime4j.live.model.session.LiveSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when the delegation or the triggers of the session have changed. Wire type
 * {@code session.updated}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param session the settings of the session
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record SessionUpdated(@Nullable String eventId, LiveSettings session,
		@Nullable String clientEventId) implements LiveServerEvent {

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
