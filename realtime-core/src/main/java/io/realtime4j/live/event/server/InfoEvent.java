package io.realtime4j.live.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event with information of the server. Wire type {@code info}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param code a name for the matter, or {@code null} if not said
 * @param message the explanation for people, or {@code null} if not said
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record InfoEvent(@Nullable String eventId, @Nullable String code, @Nullable String message,
		@Nullable String clientEventId) implements LiveServerEvent {

	@Override
	public String type() {
		return "info";
	}

}
