package io.realtime4j.model.audio;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Encoding of audio on the wire.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface AudioFormat permits AudioPcm, AudioPcmu, AudioPcma, UnknownAudioFormat {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
