package io.realtime4j.live.model.answer;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place on a scale, {@code score}.
 *
 * @param name the name of the question, or {@code null} if it has none
 * @param score the place on the scale, or {@code null} if absent
 * @param confidence how sure the model is, from 0 to 1, or {@code null} if absent
 * @param probabilities how likely each level is, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ScoreAnswer(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name, @Nullable Double score,
		@Nullable Double confidence, @Nullable List<ScoreProbability> probabilities,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionAnswer {

	/**
	 * Create a new {@link ScoreAnswer} instance.
	 */
	public ScoreAnswer {
		probabilities = Copies.nullableList(probabilities);
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "score";
	}

}
