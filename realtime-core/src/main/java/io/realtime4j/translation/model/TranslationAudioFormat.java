package io.realtime4j.translation.model;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Encoding of translated audio. Open: a value that is not among the constants is kept as
 * it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record TranslationAudioFormat(@JsonValue String value) {

	/**
	 * Signed 16-bit little-endian PCM.
	 */
	public static final TranslationAudioFormat PCM16 = new TranslationAudioFormat("pcm16");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TranslationAudioFormat {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
