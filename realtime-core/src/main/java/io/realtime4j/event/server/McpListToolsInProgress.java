package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The tools of a hosted MCP server are being listed. Wire type
 * {@code mcp_list_tools.in_progress}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item
 * @since 0.1.0
 */
public record McpListToolsInProgress(@Nullable String eventId, String itemId) implements ServerEvent {

	public McpListToolsInProgress {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "mcp_list_tools.in_progress";
	}

}
