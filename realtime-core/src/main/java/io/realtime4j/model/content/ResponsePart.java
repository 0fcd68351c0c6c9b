package io.realtime4j.model.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Part of an item that is streamed by a response. On the wire the types are {@code text}
 * and {@code audio} in both dialects.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface ResponsePart permits TextPart, AudioPart, UnknownResponsePart {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
