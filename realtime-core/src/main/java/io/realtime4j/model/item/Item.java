package io.realtime4j.model.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Item of the conversation.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface Item permits Message, FunctionCall, FunctionCallOutput, McpApprovalRequest, McpApprovalResponse,
		McpListTools, McpCall, ItemReference, UnknownItem {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

	/**
	 * Return the id of the item.
	 * @return the id, or {@code null} before the server gave one
	 */
	@Nullable String id();

}
