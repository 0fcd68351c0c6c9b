package io.realtime4j.live.model.content;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import tools.jackson.databind.JsonNode;

/**
 * Data, {@code input_json}.
 *
 * @param data one JSON object, or an array of them; to be treated as immutable
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record DecisionInputJson(JsonNode data,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionPart {

	/**
	 * Create a new {@link DecisionInputJson} instance.
	 */
	public DecisionInputJson {
		Objects.requireNonNull(data, "'data' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "input_json";
	}

	/**
	 * Return a part with data.
	 * @param data one JSON object, or an array of them; to be treated as immutable
	 * @return the value
	 */
	public static DecisionInputJson of(JsonNode data) {
		return new DecisionInputJson(data, Map.of());
	}

}
