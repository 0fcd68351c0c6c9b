package io.realtime4j.live.event.client;

import java.util.Objects;

import io.realtime4j.audio.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * Event with audio of the user; not answered, and not committed. Wire type
 * {@code session.input_audio.append}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param audio the audio in the format of the session
 * @since 0.1.0
 */
public record SessionInputAudioAppend(@Nullable String eventId, AudioData audio) implements LiveClientEvent {

	/**
	 * Create a new {@link SessionInputAudioAppend} instance.
	 */
	public SessionInputAudioAppend {
		Objects.requireNonNull(audio, "'audio' must not be null");
	}

	@Override
	public String type() {
		return "session.input_audio.append";
	}

	/**
	 * Return an event with these members.
	 * @param audio the audio in the format of the session
	 * @return the event
	 */
	public static SessionInputAudioAppend of(AudioData audio) {
		return new SessionInputAudioAppend(null, audio);
	}

	@Override
	public SessionInputAudioAppend withEventId(String eventId) {
		return new SessionInputAudioAppend(eventId, this.audio);
	}

}
