package io.realtime4j.translation.event;

import java.util.Objects;

import io.realtime4j.audio.AudioData;
import io.realtime4j.translation.model.TranslationAudioFormat;
import org.jspecify.annotations.Nullable;

/**
 * Event with a chunk of the spoken translation. Wire type
 * {@code session.output_audio.delta}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param delta the audio
 * @param sampleRate the sample rate in Hz, or {@code null} if not said, which means 24000
 * @param channels the number of channels, or {@code null} if not said, which means 1
 * @param format the encoding of the audio, or {@code null} if not said
 * @param elapsedMs how far the translation has come in the audio of the session, in
 * milliseconds, or {@code null} if not said
 * @since 0.1.0
 */
public record SessionOutputAudioDelta(@Nullable String eventId, AudioData delta, @Nullable Long sampleRate,
		@Nullable Long channels, @Nullable TranslationAudioFormat format,
		@Nullable Long elapsedMs) implements TranslationServerEvent {

	/**
	 * Create a new {@link SessionOutputAudioDelta} instance.
	 */
	public SessionOutputAudioDelta {
		Objects.requireNonNull(delta, "'delta' must not be null");
	}

	@Override
	public String type() {
		return "session.output_audio.delta";
	}

}
