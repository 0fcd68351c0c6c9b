package io.realtime4j.live.model.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The answer to a question.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface DecisionAnswer
		permits ChoiceAnswer, PredicateAnswer, ScoreAnswer, RefusalAnswer, UnknownDecisionAnswer {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
