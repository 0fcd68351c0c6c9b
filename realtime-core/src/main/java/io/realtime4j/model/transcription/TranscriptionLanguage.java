package io.realtime4j.model.transcription;

import java.util.Objects;

/**
 * Language that was detected in the audio.
 *
 * @param code the code of the language
 * @since 0.1.0
 */
public record TranscriptionLanguage(String code) {

	/**
	 * Create a new {@link TranscriptionLanguage} instance.
	 */
	public TranscriptionLanguage {
		Objects.requireNonNull(code, "'code' must not be null");
	}

}
