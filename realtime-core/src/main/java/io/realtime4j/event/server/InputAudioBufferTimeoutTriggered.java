package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Nobody spoke for the idle time-out; the model asks whether somebody is there. Wire type
 * {@code input_audio_buffer.timeout_triggered}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param audioStartMs where the silence began in all audio of the session, in ms
 * @param audioEndMs where the time-out came, in ms
 * @param itemId the id of the message that stands for the silence
 * @since 0.1.0
 */
public record InputAudioBufferTimeoutTriggered(@Nullable String eventId, long audioStartMs, long audioEndMs,
		String itemId) implements ServerEvent {

	public InputAudioBufferTimeoutTriggered {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "input_audio_buffer.timeout_triggered";
	}

}
