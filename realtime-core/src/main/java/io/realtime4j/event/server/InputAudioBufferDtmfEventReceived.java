package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when a key of a telephone was pressed. Comes over SIP only, without an event
 * id. Wire type {@code input_audio_buffer.dtmf_event_received}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param event the key: {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to
 * {@code D}
 * @param receivedAt when, in seconds since 1970 (UTC), 0 if the server did not say
 * @since 0.1.0
 */
public record InputAudioBufferDtmfEventReceived(@Nullable String eventId, String event,
		long receivedAt) implements ServerEvent {

	/**
	 * Create a new {@link InputAudioBufferDtmfEventReceived} instance.
	 */
	public InputAudioBufferDtmfEventReceived {
		Objects.requireNonNull(event, "'event' must not be null");
	}

	@Override
	public String type() {
		return "input_audio_buffer.dtmf_event_received";
	}

}
