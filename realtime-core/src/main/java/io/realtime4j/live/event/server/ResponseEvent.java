package io.realtime4j.live.event.server;

import java.util.Objects;

import io.realtime4j.live.model.response.ResponseStreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * Event of the response for delegated work. Wire type {@code response.event}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param event the event
 * @param delegationId the delegation that it belongs to, or {@code null} if to none or it
 * is not said
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record ResponseEvent(@Nullable String eventId, ResponseStreamEvent event, @Nullable String delegationId,
		@Nullable String clientEventId) implements LiveServerEvent {

	/**
	 * Create a new {@link ResponseEvent} instance.
	 */
	public ResponseEvent {
		Objects.requireNonNull(event, "'event' must not be null");
	}

	@Override
	public String type() {
		return "response.event";
	}

}
