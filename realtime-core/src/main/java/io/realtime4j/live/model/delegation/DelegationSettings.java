package io.realtime4j.live.model.delegation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Settings of the work that takes longer than speech: who does it, and how. The kind
 * cannot change in a session.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface DelegationSettings
		permits ClientDelegation, ResponsesDelegation, DecisionsDelegation, UnknownDelegation {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
