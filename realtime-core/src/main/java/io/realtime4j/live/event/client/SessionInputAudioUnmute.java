package io.realtime4j.live.event.client;

import org.jspecify.annotations.Nullable;

/**
 * Event that unmutes the input of the model; answered by
 * {@code session.input_audio.unmuted}. Wire type {@code session.input_audio.unmute}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @since 0.1.0
 */
public record SessionInputAudioUnmute(@Nullable String eventId) implements LiveClientEvent {

	@Override
	public String type() {
		return "session.input_audio.unmute";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static SessionInputAudioUnmute of() {
		return new SessionInputAudioUnmute(null);
	}

	@Override
	public SessionInputAudioUnmute withEventId(String eventId) {
		return new SessionInputAudioUnmute(eventId);
	}

}
