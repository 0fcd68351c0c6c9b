package io.realtime4j.translation.event;

import java.util.Objects;

import io.realtime4j.audio.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * Event that appends audio to be translated; not answered. It is translated as it comes,
 * without turns. Wire type {@code session.input_audio_buffer.append}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @param audio signed 16-bit little-endian mono PCM at 24000 Hz
 * @since 0.1.0
 */
public record SessionInputAudioBufferAppend(@Nullable String eventId,
		AudioData audio) implements TranslationClientEvent {

	/**
	 * Create a new {@link SessionInputAudioBufferAppend} instance.
	 */
	public SessionInputAudioBufferAppend {
		Objects.requireNonNull(audio, "'audio' must not be null");
	}

	@Override
	public String type() {
		return "session.input_audio_buffer.append";
	}

	/**
	 * Return an event with these members.
	 * @param audio signed 16-bit little-endian mono PCM at 24000 Hz
	 * @return the event
	 */
	public static SessionInputAudioBufferAppend of(AudioData audio) {
		return new SessionInputAudioBufferAppend(null, audio);
	}

	@Override
	public SessionInputAudioBufferAppend withEventId(String eventId) {
		return new SessionInputAudioBufferAppend(eventId, this.audio);
	}

}
