package io.realtime4j.model.item;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Request for the application's approval of a call of a hosted MCP tool,
 * {@code mcp_approval_request}.
 *
 * @param id the id of the request, or {@code null} if absent
 * @param serverLabel the label of the MCP server, or {@code null} if absent
 * @param name the name of the tool, or {@code null} if absent
 * @param arguments the arguments as JSON text, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record McpApprovalRequest(@Nullable String id, @Nullable String serverLabel, @Nullable String name,
		@Nullable String arguments, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Item {

	/**
	 * Create a new {@link McpApprovalRequest} instance.
	 */
	public McpApprovalRequest {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "mcp_approval_request";
	}

}
