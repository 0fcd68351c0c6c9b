package io.realtime4j.model.transcription;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Usage by which a transcription is billed.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface TranscriptionUsage
		permits TranscriptionTokens, TranscriptionDuration, UnknownTranscriptionUsage {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
