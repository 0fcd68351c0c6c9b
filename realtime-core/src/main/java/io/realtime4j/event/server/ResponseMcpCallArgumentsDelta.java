package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event with a piece of the arguments of a call of a hosted MCP tool. Wire type
 * {@code response.mcp_call_arguments.delta}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param outputIndex the place of the item in the output of the response, 0 if the server
 * did not say
 * @param delta the piece of JSON text
 * @param obfuscation padding without meaning, or {@code null} if absent
 * @since 0.1.0
 */
public record ResponseMcpCallArgumentsDelta(@Nullable String eventId, @Nullable String responseId,
		@Nullable String itemId, long outputIndex, String delta, @Nullable String obfuscation) implements ServerEvent {

	/**
	 * Create a new {@link ResponseMcpCallArgumentsDelta} instance.
	 */
	public ResponseMcpCallArgumentsDelta {
		Objects.requireNonNull(delta, "'delta' must not be null");
	}

	@Override
	public String type() {
		return "response.mcp_call_arguments.delta";
	}

}
