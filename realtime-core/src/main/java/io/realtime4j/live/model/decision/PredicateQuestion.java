package io.realtime4j.live.model.decision;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.live.model.content.DecisionContent;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks whether something is so, {@code predicate}.
 *
 * @param name a name by which the answer is told, or {@code null} if absent
 * @param instructions the question
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record PredicateQuestion(@Nullable String name, DecisionContent instructions,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionQuestion {

	/**
	 * Create a new {@link PredicateQuestion} instance.
	 */
	public PredicateQuestion {
		Objects.requireNonNull(instructions, "'instructions' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "predicate";
	}

	/**
	 * Return a question.
	 * @param name a name by which the answer is told
	 * @param instructions the question
	 * @return the value
	 */
	public static PredicateQuestion of(String name, DecisionContent instructions) {
		return new PredicateQuestion(name, instructions, Map.of());
	}

}
