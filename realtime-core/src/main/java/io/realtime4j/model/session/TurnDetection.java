package io.realtime4j.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Settings for turn detection: the way in which the server finds the turns of the person
 * who speaks.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface TurnDetection permits ServerVad, SemanticVad, AzureSemanticVad, UnknownTurnDetection {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
