package io.realtime4j.event.client;

import org.jspecify.annotations.Nullable;

/**
 * Event that commits the input buffer as a user message; answered by
 * {@code input_audio_buffer.committed}. Wire type {@code input_audio_buffer.commit}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @since 0.1.0
 */
public record InputAudioBufferCommit(@Nullable String eventId) implements ClientEvent {

	@Override
	public String type() {
		return "input_audio_buffer.commit";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static InputAudioBufferCommit of() {
		return new InputAudioBufferCommit(null);
	}

	@Override
	public InputAudioBufferCommit withEventId(String eventId) {
		return new InputAudioBufferCommit(eventId);
	}

}
