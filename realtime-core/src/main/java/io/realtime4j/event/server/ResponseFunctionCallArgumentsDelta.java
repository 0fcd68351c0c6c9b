package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event with a piece of the arguments of a function call. Wire type
 * {@code response.function_call_arguments.delta}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param outputIndex the place of the item in the output of the response, 0 if the server
 * did not say
 * @param callId the id that the output of the call has to name, or {@code null} if the
 * server did not say
 * @param delta the piece of JSON text
 * @since 0.1.0
 */
public record ResponseFunctionCallArgumentsDelta(@Nullable String eventId, @Nullable String responseId,
		@Nullable String itemId, long outputIndex, @Nullable String callId, String delta) implements ServerEvent {

	/**
	 * Create a new {@link ResponseFunctionCallArgumentsDelta} instance.
	 */
	public ResponseFunctionCallArgumentsDelta {
		Objects.requireNonNull(delta, "'delta' must not be null");
	}

	@Override
	public String type() {
		return "response.function_call_arguments.delta";
	}

}
