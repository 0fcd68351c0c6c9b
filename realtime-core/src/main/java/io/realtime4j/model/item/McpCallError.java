package io.realtime4j.model.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Reason why a call of a hosted MCP tool failed.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface McpCallError
		permits McpProtocolError, McpToolExecutionError, McpHttpError, UnknownMcpCallError {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
