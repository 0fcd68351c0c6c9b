package io.realtime4j.model.item;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Call of a tool of a hosted MCP server, {@code mcp_call}.
 *
 * @param id the id of the call, or {@code null} if absent
 * @param serverLabel the label of the MCP server, or {@code null} if absent
 * @param name the name of the tool, or {@code null} if absent
 * @param arguments the arguments as JSON text, or {@code null} if absent
 * @param approvalRequestId the id of the approval request, or {@code null} if none was
 * needed
 * @param output the output, or {@code null} as long as there is none
 * @param error why the call failed, or {@code null} if it did not
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record McpCall(@Nullable String id, @Nullable String serverLabel, @Nullable String name,
		@Nullable String arguments, @Nullable String approvalRequestId, @Nullable String output,
		@Nullable McpCallError error, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Item {

	/**
	 * Create a new {@link McpCall} instance.
	 */
	public McpCall {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "mcp_call";
	}

}
