package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Somebody began to speak. Wire type {@code input_audio_buffer.speech_started}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param audioStartMs where in all audio of the session, in ms, padding included
 * @param itemId the id of the message that will come of it
 * @since 0.1.0
 */
public record InputAudioBufferSpeechStarted(@Nullable String eventId, long audioStartMs,
		String itemId) implements ServerEvent {

	public InputAudioBufferSpeechStarted {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "input_audio_buffer.speech_started";
	}

}
