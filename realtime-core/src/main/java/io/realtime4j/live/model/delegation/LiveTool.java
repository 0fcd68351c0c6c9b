package io.realtime4j.live.model.delegation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A tool that the model may call while it does the work.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface LiveTool permits LiveFunctionTool, TypedTool, UnknownLiveTool {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
