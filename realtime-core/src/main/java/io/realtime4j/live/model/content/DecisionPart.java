package io.realtime4j.live.model.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A part of the content that decisions are made from.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface DecisionPart permits DecisionInputText, DecisionInputImage, DecisionInputJson,
		DecisionOutputText, DecisionRefusal, UnknownDecisionPart {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
