package io.realtime4j.live.model.delegation;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One tool: a function by its name, a tool of an MCP server by its name and server, or a
 * tool of the service by its type alone.
 *
 * @param type the kind of the tool
 * @param name the name of the function, or of the tool of the server, or {@code null} if
 * the type is enough
 * @param serverLabel the label of the MCP server, or {@code null} for other tools
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record LiveToolChoiceTool(String type, @Nullable String name, @Nullable String serverLabel,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements LiveToolChoice {

	/**
	 * Create a new {@link LiveToolChoiceTool} instance.
	 */
	public LiveToolChoiceTool {
		Objects.requireNonNull(type, "'type' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return the choice of a function.
	 * @param name the name of the function
	 * @return the choice
	 */
	public static LiveToolChoiceTool function(String name) {
		return new LiveToolChoiceTool("function", name, null, Map.of());
	}

}
