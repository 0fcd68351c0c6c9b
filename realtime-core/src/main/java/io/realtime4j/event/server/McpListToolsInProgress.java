package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the tools of a hosted MCP server are being listed. Wire type
 * {@code mcp_list_tools.in_progress}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @since 0.1.0
 */
public record McpListToolsInProgress(@Nullable String eventId, @Nullable String itemId) implements ServerEvent {

	@Override
	public String type() {
		return "mcp_list_tools.in_progress";
	}

}
