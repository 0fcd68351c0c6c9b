package io.realtime4j.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Audio format by its beta name. Open: a value that is not among the constants is kept as
 * it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record BetaAudioFormat(@JsonValue String value) {

	/**
	 * Signed 16-bit little-endian mono PCM at 24000 Hz.
	 */
	public static final BetaAudioFormat PCM16 = new BetaAudioFormat("pcm16");

	/**
	 * G.711 µ-law at 8000 Hz.
	 */
	public static final BetaAudioFormat G711_ULAW = new BetaAudioFormat("g711_ulaw");

	/**
	 * G.711 A-law at 8000 Hz.
	 */
	public static final BetaAudioFormat G711_ALAW = new BetaAudioFormat("g711_alaw");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public BetaAudioFormat {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
