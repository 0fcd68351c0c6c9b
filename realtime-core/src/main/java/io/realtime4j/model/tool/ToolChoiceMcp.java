package io.realtime4j.model.tool;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Choice of one MCP server of which a tool must be called, {@code mcp}.
 *
 * @param serverLabel the label of the server
 * @param name the name of the tool, or {@code null} for any
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record ToolChoiceMcp(String serverLabel, @Nullable String name) implements ToolChoice {

	/**
	 * Create a new {@link ToolChoiceMcp} instance.
	 */
	public ToolChoiceMcp {
		Objects.requireNonNull(serverLabel, "'serverLabel' must not be null");
	}

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "mcp";
	}

}
