package io.realtime4j.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Additional member that the server is asked to send. Open: a value that is not among the
 * constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record Include(@JsonValue String value) {

	/**
	 * Log probabilities of transcripts.
	 */
	public static final Include INPUT_AUDIO_TRANSCRIPTION_LOGPROBS = new Include(
			"item.input_audio_transcription.logprobs");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Include {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
