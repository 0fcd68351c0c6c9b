package io.realtime4j.live.model.answer;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import tools.jackson.databind.JsonNode;

/**
 * The questions are decided, {@code decision.completed}.
 *
 * @param decision what was decided
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record DecisionCompleted(Decision decision,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionResult {

	/**
	 * Create a new {@link DecisionCompleted} instance.
	 */
	public DecisionCompleted {
		Objects.requireNonNull(decision, "'decision' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "decision.completed";
	}

}
