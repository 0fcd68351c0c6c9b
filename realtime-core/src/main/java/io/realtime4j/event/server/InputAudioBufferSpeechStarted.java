package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the user started to speak. Wire type
 * {@code input_audio_buffer.speech_started}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param audioStartMs where in all audio of the session, in ms, padding included, 0 if
 * the server did not say
 * @param itemId the id of the message that will come of it, or {@code null} if the server
 * did not say
 * @since 0.1.0
 */
public record InputAudioBufferSpeechStarted(@Nullable String eventId, long audioStartMs,
		@Nullable String itemId) implements ServerEvent {

	@Override
	public String type() {
		return "input_audio_buffer.speech_started";
	}

}
