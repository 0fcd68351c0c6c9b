package io.realtime4j.playback;

import java.util.Objects;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.SpeechDecoder;

/**
 * Chunk of the model's speech, from {@code response.output_audio.delta}.
 *
 * @param itemId the id of the item that is spoken
 * @param contentIndex the place of the speech in the content of the item
 * @param audio the audio, which may end within a sample: {@link SpeechDecoder} joins it
 * @param format the format of the audio, {@link AudioPcm} at 24 kHz unless the settings
 * of the session say otherwise
 * @since 0.1.0
 */
public record AudioChunk(String itemId, long contentIndex, AudioData audio, AudioFormat format) {

	/**
	 * Create a new {@link AudioChunk} instance.
	 */
	public AudioChunk {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
		Objects.requireNonNull(audio, "'audio' must not be null");
		Objects.requireNonNull(format, "'format' must not be null");
	}

}
