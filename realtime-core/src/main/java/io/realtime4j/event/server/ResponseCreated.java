package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.response.Response;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when a response starts. Wire type {@code response.created}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param response the response
 * @since 0.1.0
 */
public record ResponseCreated(@Nullable String eventId, Response response) implements ServerEvent {

	/**
	 * Create a new {@link ResponseCreated} instance.
	 */
	public ResponseCreated {
		Objects.requireNonNull(response, "'response' must not be null");
	}

	@Override
	public String type() {
		return "response.created";
	}

}
