package io.realtime4j.live.model.delegation;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A function of the application, {@code function}.
 *
 * @param name the name that the model calls the function by, or {@code null} if absent
 * @param description what the function does and when to call it, or {@code null} if
 * absent
 * @param parameters the JSON schema of its parameters, or {@code null} if absent; to be
 * treated as immutable
 * @param strict whether the arguments must follow the schema to the letter, or
 * {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record LiveFunctionTool(@Nullable String name, @Nullable String description, @Nullable JsonNode parameters,
		@Nullable Boolean strict, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements LiveTool {

	/**
	 * Create a new {@link LiveFunctionTool} instance.
	 */
	public LiveFunctionTool {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "function";
	}

	/**
	 * Return a function.
	 * @param name the name that the model calls the function by
	 * @param description what the function does and when to call it
	 * @param parameters the JSON schema of its parameters; to be treated as immutable
	 * @return the value
	 */
	public static LiveFunctionTool of(String name, String description, JsonNode parameters) {
		return new LiveFunctionTool(name, description, parameters, null, Map.of());
	}

}
