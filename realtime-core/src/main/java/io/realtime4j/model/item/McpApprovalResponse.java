package io.realtime4j.model.item;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answer of the application to an approval request, {@code mcp_approval_response}.
 *
 * @param id the id of the item, or {@code null} for the server to give one
 * @param approvalRequestId the id of the request
 * @param approve whether the tool may run
 * @param reason why, or {@code null} if not said
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record McpApprovalResponse(@Nullable String id, String approvalRequestId, boolean approve,
		@Nullable String reason, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Item {

	/**
	 * Create a new {@link McpApprovalResponse} instance.
	 */
	public McpApprovalResponse {
		Objects.requireNonNull(approvalRequestId, "'approvalRequestId' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "mcp_approval_response";
	}

	/**
	 * Return an answer.
	 * @param approvalRequestId the id of the request
	 * @param approve whether the tool may run
	 * @return the answer
	 */
	public static McpApprovalResponse of(String approvalRequestId, boolean approve) {
		return new McpApprovalResponse(null, approvalRequestId, approve, null, Map.of());
	}

}
