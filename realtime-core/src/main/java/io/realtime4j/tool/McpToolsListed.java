package io.realtime4j.tool;

import java.util.List;

import io.realtime4j.model.item.McpListedTool;
import org.jspecify.annotations.Nullable;

/**
 * Event published when a hosted MCP server has listed its tools, by an item
 * {@code mcp_list_tools}.
 *
 * @param serverLabel the label of the server, or {@code null} if the service named none
 * @param tools its tools
 * @since 0.1.0
 */
public record McpToolsListed(@Nullable String serverLabel, List<McpListedTool> tools) implements ToolEvent {

	/**
	 * Create a new {@link McpToolsListed} instance.
	 */
	public McpToolsListed {
		tools = List.copyOf(tools);
	}

	@Override
	public String type() {
		return "realtime4j.tool.mcp.listed";
	}

}
