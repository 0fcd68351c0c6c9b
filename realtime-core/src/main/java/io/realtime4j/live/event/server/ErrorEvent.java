package io.realtime4j.live.event.server;

import java.util.Objects;

import io.realtime4j.live.model.LiveError;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when an error occurred, usually with a client event. The session goes on
 * unless the server closes it. Wire type {@code error}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param error what went wrong
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record ErrorEvent(@Nullable String eventId, LiveError error,
		@Nullable String clientEventId) implements LiveServerEvent {

	/**
	 * Create a new {@link ErrorEvent} instance.
	 */
	public ErrorEvent {
		Objects.requireNonNull(error, "'error' must not be null");
	}

	@Override
	public String type() {
		return "error";
	}

}
