package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A hosted MCP tool has answered. Wire type {@code response.mcp_call.completed}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param outputIndex the place of the item in the output of the response
 * @param itemId the id of the call
 * @since 0.1.0
 */
public record ResponseMcpCallCompleted(@Nullable String eventId, long outputIndex,
		String itemId) implements ServerEvent {

	public ResponseMcpCallCompleted {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "response.mcp_call.completed";
	}

}
