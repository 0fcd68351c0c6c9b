package io.realtime4j.live.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the input of the model is unmuted. Wire type
 * {@code session.input_audio.unmuted}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record SessionInputAudioUnmuted(@Nullable String eventId,
		@Nullable String clientEventId) implements LiveServerEvent {

	@Override
	public String type() {
		return "session.input_audio.unmuted";
	}

}
