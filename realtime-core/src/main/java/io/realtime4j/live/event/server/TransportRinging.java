package io.realtime4j.live.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the called telephone rings. Comes over a sideband connection only. Wire
 * type {@code transport.ringing}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param sessionId the id of the session, or {@code null} if not said
 * @since 0.1.0
 */
public record TransportRinging(@Nullable String eventId, @Nullable String sessionId) implements LiveServerEvent {

	@Override
	public String type() {
		return "transport.ringing";
	}

}
