package io.realtime4j.model.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Part of the content of a message in the conversation. In beta {@code text} and
 * {@code audio} stand for {@link OutputText} and {@link OutputAudio}.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface ContentPart
		permits InputText, InputAudio, InputImage, OutputText, OutputAudio, ContentReference, UnknownContentPart {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
