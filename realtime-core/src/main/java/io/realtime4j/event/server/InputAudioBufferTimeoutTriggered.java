package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the user has not spoken for the idle time-out, and the model asks
 * whether they are still there. Wire type {@code input_audio_buffer.timeout_triggered}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param audioStartMs where the silence began in all audio of the session, in ms, 0 if
 * the server did not say
 * @param audioEndMs where the time-out came, in ms, 0 if the server did not say
 * @param itemId the id of the message that stands for the silence, or {@code null} if the
 * server did not say
 * @since 0.1.0
 */
public record InputAudioBufferTimeoutTriggered(@Nullable String eventId, long audioStartMs, long audioEndMs,
		@Nullable String itemId) implements ServerEvent {

	@Override
	public String type() {
		return "input_audio_buffer.timeout_triggered";
	}

}
