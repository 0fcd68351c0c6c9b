package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when audio that played over WebRTC or SIP was stopped. Wire type
 * {@code output_audio_buffer.cleared}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @since 0.1.0
 */
public record OutputAudioBufferCleared(@Nullable String eventId, @Nullable String responseId) implements ServerEvent {

	@Override
	public String type() {
		return "output_audio_buffer.cleared";
	}

}
