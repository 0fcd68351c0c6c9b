package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when a call of a hosted MCP tool has succeeded. Wire type
 * {@code response.mcp_call.completed}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param outputIndex the place of the item in the output of the response, 0 if the server
 * did not say
 * @param itemId the id of the call, or {@code null} if the server did not say
 * @since 0.1.0
 */
public record ResponseMcpCallCompleted(@Nullable String eventId, long outputIndex,
		@Nullable String itemId) implements ServerEvent {

	@Override
	public String type() {
		return "response.mcp_call.completed";
	}

}
