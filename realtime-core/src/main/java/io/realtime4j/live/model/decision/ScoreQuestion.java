package io.realtime4j.live.model.decision;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.live.model.content.DecisionContent;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks where on a scale something is, {@code score}.
 *
 * @param name a name by which the answer is told, or {@code null} if absent
 * @param instructions the question
 * @param levels the levels of the scale, the lowest first
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ScoreQuestion(@Nullable String name, DecisionContent instructions, List<ScoreLevel> levels,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionQuestion {

	/**
	 * Create a new {@link ScoreQuestion} instance.
	 */
	public ScoreQuestion {
		Objects.requireNonNull(instructions, "'instructions' must not be null");
		levels = Copies.list(levels);
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "score";
	}

	/**
	 * Return a question.
	 * @param name a name by which the answer is told
	 * @param instructions the question
	 * @param levels the levels of the scale, the lowest first
	 * @return the value
	 */
	public static ScoreQuestion of(String name, DecisionContent instructions, List<ScoreLevel> levels) {
		return new ScoreQuestion(name, instructions, levels, Map.of());
	}

}
