package io.realtime4j.live.event.server;

import io.realtime4j.live.model.LiveError;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when the call of a telephone has failed. Comes over a sideband connection
 * only. Wire type {@code transport.failed}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param sessionId the id of the session, or {@code null} if not said
 * @param error why, or {@code null} if not said
 * @since 0.1.0
 */
public record TransportFailed(@Nullable String eventId, @Nullable String sessionId,
		@Nullable LiveError error) implements LiveServerEvent {

	@Override
	public String type() {
		return "transport.failed";
	}

}
