package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the input buffer was cleared. Wire type
 * {@code input_audio_buffer.cleared}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @since 0.1.0
 */
public record InputAudioBufferCleared(@Nullable String eventId) implements ServerEvent {

	@Override
	public String type() {
		return "input_audio_buffer.cleared";
	}

}
