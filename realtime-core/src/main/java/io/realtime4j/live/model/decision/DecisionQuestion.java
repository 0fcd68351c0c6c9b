package io.realtime4j.live.model.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A question that a model is to decide.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface DecisionQuestion
		permits ChoiceQuestion, PredicateQuestion, ScoreQuestion, UnknownDecisionQuestion {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
