package io.realtime4j.event.client;

import org.jspecify.annotations.Nullable;

/**
 * Event that stops audio that plays over WebRTC or SIP; answered by
 * {@code output_audio_buffer.cleared}. Wire type {@code output_audio_buffer.clear}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @since 0.1.0
 */
public record OutputAudioBufferClear(@Nullable String eventId) implements ClientEvent {

	@Override
	public String type() {
		return "output_audio_buffer.clear";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static OutputAudioBufferClear of() {
		return new OutputAudioBufferClear(null);
	}

	@Override
	public OutputAudioBufferClear withEventId(String eventId) {
		return new OutputAudioBufferClear(eventId);
	}

}
