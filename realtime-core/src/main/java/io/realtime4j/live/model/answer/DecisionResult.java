package io.realtime4j.live.model.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An event of the model that answers set questions.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface DecisionResult permits DecisionCompleted, UnknownDecisionResult {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
