package io.realtime4j.live.event.client;

import org.jspecify.annotations.Nullable;

/**
 * Event that mutes the input of the model; answered by {@code session.input_audio.muted}.
 * Wire type {@code session.input_audio.mute}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @since 0.1.0
 */
public record SessionInputAudioMute(@Nullable String eventId) implements LiveClientEvent {

	@Override
	public String type() {
		return "session.input_audio.mute";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static SessionInputAudioMute of() {
		return new SessionInputAudioMute(null);
	}

	@Override
	public SessionInputAudioMute withEventId(String eventId) {
		return new SessionInputAudioMute(eventId);
	}

}
