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
 * Asks for one of several values, {@code choice}.
 *
 * @param name a name by which the answer is told, or {@code null} if absent
 * @param instructions the question
 * @param choices the values
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ChoiceQuestion(@Nullable String name, DecisionContent instructions, List<ChoiceOption> choices,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionQuestion {

	/**
	 * Create a new {@link ChoiceQuestion} instance.
	 */
	public ChoiceQuestion {
		Objects.requireNonNull(instructions, "'instructions' must not be null");
		choices = Copies.list(choices);
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "choice";
	}

	/**
	 * Return a question.
	 * @param name a name by which the answer is told
	 * @param instructions the question
	 * @param choices the values
	 * @return the value
	 */
	public static ChoiceQuestion of(String name, DecisionContent instructions, List<ChoiceOption> choices) {
		return new ChoiceQuestion(name, instructions, choices, Map.of());
	}

}
