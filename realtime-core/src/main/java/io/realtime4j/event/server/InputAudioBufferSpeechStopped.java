package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the user stopped speaking. Wire type
 * {@code input_audio_buffer.speech_stopped}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param audioEndMs where in all audio of the session, in ms, the silence that ends a
 * turn included, 0 if the server did not say
 * @param itemId the id of the message that will come of it, or {@code null} if the server
 * did not say
 * @since 0.1.0
 */
public record InputAudioBufferSpeechStopped(@Nullable String eventId, long audioEndMs,
		@Nullable String itemId) implements ServerEvent {

	@Override
	public String type() {
		return "input_audio_buffer.speech_stopped";
	}

}
