package io.realtime4j.model.item;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * List of the tools of a hosted MCP server, {@code mcp_list_tools}.
 *
 * @param id the id of the item, or {@code null} if absent
 * @param serverLabel the label of the MCP server, or {@code null} if absent
 * @param tools the tools, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record McpListTools(@Nullable String id, @Nullable String serverLabel, @Nullable List<McpListedTool> tools,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Item {

	/**
	 * Create a new {@link McpListTools} instance.
	 */
	public McpListTools {
		tools = Copies.nullableList(tools);
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "mcp_list_tools";
	}

}
