package io.realtime4j.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Settings of turn detection, by which the server finds when the user speaks and has
 * finished.
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
