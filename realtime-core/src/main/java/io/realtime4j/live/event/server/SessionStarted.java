package io.realtime4j.live.event.server;

import java.util.Objects;

import io.realtime4j.live.model.session.LiveSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when the session has started; audio may be sent. On a sideband connection,
 * it is what was there before. Wire type {@code session.started}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param session the settings of the session
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record SessionStarted(@Nullable String eventId, LiveSettings session,
		@Nullable String clientEventId) implements LiveServerEvent {

	/**
	 * Create a new {@link SessionStarted} instance.
	 */
	public SessionStarted {
		Objects.requireNonNull(session, "'session' must not be null");
	}

	@Override
	public String type() {
		return "session.started";
	}

}
