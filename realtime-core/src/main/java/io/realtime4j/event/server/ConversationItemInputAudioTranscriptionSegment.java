package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event with a segment of the transcription of a user message and its speaker. Wire type
 * {@code conversation.item.input_audio_transcription.segment}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param contentIndex the place of the part in the content of the item, 0 if the server
 * did not say
 * @param text the text of the segment
 * @param id the id of the segment, or {@code null} if the server did not say
 * @param speaker the label of the speaker, or {@code null} if the server did not say
 * @param start where it begins, in seconds, 0 if the server did not say
 * @param end where it ends, in seconds, 0 if the server did not say
 * @since 0.1.0
 */
public record ConversationItemInputAudioTranscriptionSegment(@Nullable String eventId, @Nullable String itemId,
		long contentIndex, String text, @Nullable String id, @Nullable String speaker, double start,
		double end) implements ServerEvent {

	/**
	 * Create a new {@link ConversationItemInputAudioTranscriptionSegment} instance.
	 */
	public ConversationItemInputAudioTranscriptionSegment {
		Objects.requireNonNull(text, "'text' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.input_audio_transcription.segment";
	}

}
