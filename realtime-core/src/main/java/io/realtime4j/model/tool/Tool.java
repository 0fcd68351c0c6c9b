package io.realtime4j.model.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Tool that the model may call.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface Tool permits FunctionTool, McpTool, UnknownTool {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
