package io.realtime4j.live.event.server;

import java.util.Objects;

import io.realtime4j.audio.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * Event with audio of the user, on a sideband connection. Wire type
 * {@code session.input_audio.append}.
 *
 * @param eventId the id of the event; servers give it none, so that it is {@code null}
 * @param audio 16-bit PCM at 24000 Hz mono
 * @since 0.1.0
 */
public record SessionInputAudioAppend(@Nullable String eventId, AudioData audio) implements LiveServerEvent {

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

}
