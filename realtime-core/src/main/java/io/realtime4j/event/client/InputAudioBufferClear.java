package io.realtime4j.event.client;

import org.jspecify.annotations.Nullable;

/**
 * Event that clears the input buffer; answered by {@code input_audio_buffer.cleared}.
 * Wire type {@code input_audio_buffer.clear}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @since 0.1.0
 */
public record InputAudioBufferClear(@Nullable String eventId) implements ClientEvent {

	@Override
	public String type() {
		return "input_audio_buffer.clear";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static InputAudioBufferClear of() {
		return new InputAudioBufferClear(null);
	}

	@Override
	public InputAudioBufferClear withEventId(String eventId) {
		return new InputAudioBufferClear(eventId);
	}

}
