package io.realtime4j.model.item;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tool in the list of a hosted MCP server.
 *
 * @param name the name of the tool
 * @param description what it does, or {@code null} if not said
 * @param inputSchema the JSON schema of its input, or {@code null} if absent
 * @param annotations further hints, or {@code null} if absent
 * @since 0.1.0
 */
public record McpListedTool(String name, @Nullable String description, @Nullable JsonNode inputSchema,
		@Nullable JsonNode annotations) {

	/**
	 * Create a new {@link McpListedTool} instance.
	 */
	public McpListedTool {
		Objects.requireNonNull(name, "'name' must not be null");
	}

}
