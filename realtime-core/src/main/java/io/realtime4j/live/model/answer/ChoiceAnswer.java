package io.realtime4j.live.model.answer;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of several values, {@code choice}.
 *
 * @param name the name of the question, or {@code null} if it has none
 * @param choice the value, a text or a boolean; to be treated as immutable
 * @param confidence how sure the model is, from 0 to 1, or {@code null} if absent
 * @param probabilities how likely each value is, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ChoiceAnswer(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name, JsonNode choice,
		@Nullable Double confidence, @Nullable List<ChoiceProbability> probabilities,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionAnswer {

	/**
	 * Create a new {@link ChoiceAnswer} instance.
	 */
	public ChoiceAnswer {
		Objects.requireNonNull(choice, "'choice' must not be null");
		probabilities = Copies.nullableList(probabilities);
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "choice";
	}

}
