package io.realtime4j.live.model.decision;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A value that a question asks for.
 *
 * @param value the value, a text or a boolean; to be treated as immutable
 * @param description when the value is the right one, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ChoiceOption(JsonNode value, @Nullable String description,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link ChoiceOption} instance.
	 */
	public ChoiceOption {
		Objects.requireNonNull(value, "'value' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return a value that is a text.
	 * @param value the value
	 * @param description when the value is the right one
	 * @return the option
	 */
	public static ChoiceOption of(String value, String description) {
		return new ChoiceOption(StringNode.valueOf(value), description, Map.of());
	}

}
