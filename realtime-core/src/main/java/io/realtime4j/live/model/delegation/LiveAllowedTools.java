package io.realtime4j.live.model.delegation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Some of the tools, {@code allowed_tools}.
 *
 * @param mode whether the tools are called, or {@code null} if absent
 * @param tools the tools
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record LiveAllowedTools(@Nullable LiveToolChoiceMode mode, List<LiveToolChoiceTool> tools,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements LiveToolChoice {

	/**
	 * Create a new {@link LiveAllowedTools} instance.
	 */
	public LiveAllowedTools {
		tools = Copies.list(tools);
		extra = Copies.extra(extra);
	}

	/**
	 * Return the value of the member {@code type}.
	 * @return {@code allowed_tools}
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "allowed_tools";
	}

}
