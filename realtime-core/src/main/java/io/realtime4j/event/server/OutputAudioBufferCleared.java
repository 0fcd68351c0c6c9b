package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Audio that played over WebRTC or SIP was cut. Wire type
 * {@code output_audio_buffer.cleared}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response
 * @since 0.1.0
 */
public record OutputAudioBufferCleared(@Nullable String eventId, String responseId) implements ServerEvent {

	public OutputAudioBufferCleared {
		Objects.requireNonNull(responseId, "'responseId' must not be null");
	}

	@Override
	public String type() {
		return "output_audio_buffer.cleared";
	}

}
