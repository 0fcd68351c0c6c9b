package io.realtime4j.live.model.delegation;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.realtime4j.support.Copies;
import io.realtime4j.support.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A tool of any other kind, told by its type: one of the service, such as
 * {@code web_search}, {@code file_search}, {@code code_interpreter}, {@code shell},
 * {@code image_generation} or {@code mcp}, or one of the application, such as
 * {@code custom}. Its settings never show in {@code toString}, since they may hold
 * credentials.
 *
 * @param type the kind of the tool
 * @param environment where a shell runs, as the Responses API has it, or {@code null} if
 * absent; to be treated as immutable
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record TypedTool(@JsonProperty(access = JsonProperty.Access.READ_WRITE) String type,
		@Nullable JsonNode environment, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements LiveTool {

	/**
	 * Create a new {@link TypedTool} instance.
	 */
	public TypedTool {
		Objects.requireNonNull(type, "'type' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return a tool that has no settings.
	 * @param type the kind of the tool
	 * @return the value
	 */
	public static TypedTool of(String type) {
		return new TypedTool(type, null, Map.of());
	}

	@Override
	public String toString() {
		return "TypedTool[type=" + this.type + ", environment=" + Secrets.mask(this.environment) + ", extra="
				+ this.extra.keySet() + "]";
	}

}
