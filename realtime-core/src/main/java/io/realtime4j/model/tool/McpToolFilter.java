package io.realtime4j.model.tool;

import java.util.List;

import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;

/**
 * Filter for tools of an MCP server by name or by kind.
 *
 * @param toolNames the names, or {@code null} if absent
 * @param readOnly whether only tools that change nothing are meant, or {@code null} if
 * absent
 * @since 0.1.0
 */
public record McpToolFilter(@Nullable List<String> toolNames, @Nullable Boolean readOnly) implements AllowedTools {

	/**
	 * Create a new {@link McpToolFilter} instance.
	 */
	public McpToolFilter {
		toolNames = Copies.nullableList(toolNames);
	}

}
