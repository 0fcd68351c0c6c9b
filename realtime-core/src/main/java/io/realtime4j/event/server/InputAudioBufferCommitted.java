package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the input buffer was committed as a user message. Wire type
 * {@code input_audio_buffer.committed}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param previousItemId the id of the item before it, or {@code null} if it is the first
 * or the server does not say
 * @param itemId the id of the message, or {@code null} if the server did not say
 * @since 0.1.0
 */
public record InputAudioBufferCommitted(@Nullable String eventId, @Nullable String previousItemId,
		@Nullable String itemId) implements ServerEvent {

	@Override
	public String type() {
		return "input_audio_buffer.committed";
	}

}
