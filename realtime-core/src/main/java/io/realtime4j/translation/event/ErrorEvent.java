package io.realtime4j.translation.event;

import java.util.Objects;

import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when an error occurred, usually with a client event. The session goes on
 * unless the server closes it. Wire type {@code error}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param error what went wrong
 * @since 0.1.0
 */
public record ErrorEvent(@Nullable String eventId, RealtimeError error) implements TranslationServerEvent {

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
