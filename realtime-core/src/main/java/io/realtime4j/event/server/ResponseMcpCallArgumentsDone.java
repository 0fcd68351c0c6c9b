package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the arguments of a call of a hosted MCP tool are complete. Wire type
 * {@code response.mcp_call_arguments.done}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param outputIndex the place of the item in the output of the response, 0 if the server
 * did not say
 * @param arguments the arguments as JSON text
 * @since 0.1.0
 */
public record ResponseMcpCallArgumentsDone(@Nullable String eventId, @Nullable String responseId,
		@Nullable String itemId, long outputIndex, String arguments) implements ServerEvent {

	/**
	 * Create a new {@link ResponseMcpCallArgumentsDone} instance.
	 */
	public ResponseMcpCallArgumentsDone {
		Objects.requireNonNull(arguments, "'arguments' must not be null");
	}

	@Override
	public String type() {
		return "response.mcp_call_arguments.done";
	}

}
