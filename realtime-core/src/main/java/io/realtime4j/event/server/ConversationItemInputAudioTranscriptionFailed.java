package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when a user message could not be transcribed. The model heard it all the
 * same. Wire type {@code conversation.item.input_audio_transcription.failed}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param contentIndex the place of the part in the content of the item, 0 if the server
 * did not say
 * @param error what went wrong
 * @since 0.1.0
 */
public record ConversationItemInputAudioTranscriptionFailed(@Nullable String eventId, @Nullable String itemId,
		long contentIndex, RealtimeError error) implements ServerEvent {

	/**
	 * Create a new {@link ConversationItemInputAudioTranscriptionFailed} instance.
	 */
	public ConversationItemInputAudioTranscriptionFailed {
		Objects.requireNonNull(error, "'error' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.input_audio_transcription.failed";
	}

}
