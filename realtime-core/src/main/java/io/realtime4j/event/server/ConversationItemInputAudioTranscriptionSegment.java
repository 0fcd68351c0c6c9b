package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A segment of the transcription of the audio of a user message, with its speaker. Wire
 * type {@code conversation.item.input_audio_transcription.segment}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item
 * @param contentIndex the place of the part in the content of the item
 * @param text the text of the segment
 * @param id the id of the segment
 * @param speaker the label of the speaker
 * @param start where it begins, in seconds
 * @param end where it ends, in seconds
 * @since 0.1.0
 */
public record ConversationItemInputAudioTranscriptionSegment(@Nullable String eventId, String itemId, long contentIndex,
		String text, String id, String speaker, double start, double end) implements ServerEvent {

	public ConversationItemInputAudioTranscriptionSegment {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
		Objects.requireNonNull(text, "'text' must not be null");
		Objects.requireNonNull(id, "'id' must not be null");
		Objects.requireNonNull(speaker, "'speaker' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.input_audio_transcription.segment";
	}

}
