package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when audio starts to play over WebRTC or SIP. Wire type
 * {@code output_audio_buffer.started}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @since 0.1.0
 */
public record OutputAudioBufferStarted(@Nullable String eventId, @Nullable String responseId) implements ServerEvent {

	@Override
	public String type() {
		return "output_audio_buffer.started";
	}

}
