package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event with a piece of the model's text. Wire type {@code response.output_text.delta}
 * (beta: {@code response.text.delta}).
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param outputIndex the place of the item in the output of the response, 0 if the server
 * did not say
 * @param contentIndex the place of the part in the content of the item, 0 if the server
 * did not say
 * @param delta the piece
 * @since 0.1.0
 */
public record ResponseOutputTextDelta(@Nullable String eventId, @Nullable String responseId, @Nullable String itemId,
		long outputIndex, long contentIndex, String delta) implements ServerEvent {

	/**
	 * Create a new {@link ResponseOutputTextDelta} instance.
	 */
	public ResponseOutputTextDelta {
		Objects.requireNonNull(delta, "'delta' must not be null");
	}

	@Override
	public String type() {
		return "response.output_text.delta";
	}

}
