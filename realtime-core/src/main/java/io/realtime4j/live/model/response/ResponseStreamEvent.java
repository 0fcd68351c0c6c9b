package io.realtime4j.live.model.response;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An event of the Responses API, as it comes inside of another event.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface ResponseStreamEvent permits NestedResponseCreated, NestedResponseCompleted,
		NestedResponseFailed, NestedResponseIncomplete, NestedOutputItemAdded, NestedOutputItemDone,
		NestedFunctionCallArgumentsDelta, NestedFunctionCallArgumentsDone, OtherResponseStreamEvent {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
