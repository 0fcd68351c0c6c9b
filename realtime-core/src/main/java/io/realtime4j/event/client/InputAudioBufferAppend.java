package io.realtime4j.event.client;

import java.util.Objects;

import io.realtime4j.audio.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * Event that appends audio to the input buffer, at most 15 MiB; not answered. Wire type
 * {@code input_audio_buffer.append}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @param audio the audio in the input format of the session
 * @since 0.1.0
 */
public record InputAudioBufferAppend(@Nullable String eventId, AudioData audio) implements ClientEvent {

	/**
	 * Create a new {@link InputAudioBufferAppend} instance.
	 */
	public InputAudioBufferAppend {
		Objects.requireNonNull(audio, "'audio' must not be null");
	}

	@Override
	public String type() {
		return "input_audio_buffer.append";
	}

	/**
	 * Return an event with these members.
	 * @param audio the audio in the input format of the session
	 * @return the event
	 */
	public static InputAudioBufferAppend of(AudioData audio) {
		return new InputAudioBufferAppend(null, audio);
	}

	@Override
	public InputAudioBufferAppend withEventId(String eventId) {
		return new InputAudioBufferAppend(eventId, this.audio);
	}

}
