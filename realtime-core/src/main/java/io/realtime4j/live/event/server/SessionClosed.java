package io.realtime4j.live.event.server;

import io.realtime4j.live.model.LiveUsage;
import io.realtime4j.live.model.session.CloseReason;
import io.realtime4j.live.model.session.LiveSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when the session has ended; nothing follows. Wire type
 * {@code session.closed}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param reason why, or {@code null} if not said
 * @param usage all that it has used, or {@code null} if not said
 * @param session the settings of the session, or {@code null} if not said
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record SessionClosed(@Nullable String eventId, @Nullable CloseReason reason, @Nullable LiveUsage usage,
		@Nullable LiveSettings session, @Nullable String clientEventId) implements LiveServerEvent {

	@Override
	public String type() {
		return "session.closed";
	}

}
