package io.realtime4j.model.tool;

/**
 * Tools of an MCP server that may be called: by name, or by a filter.
 *
 * @since 0.1.0
 */
public sealed interface AllowedTools permits ToolNames, McpToolFilter, UnknownAllowedTools {

}
