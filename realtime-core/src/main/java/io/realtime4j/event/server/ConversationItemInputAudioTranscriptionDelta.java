package io.realtime4j.event.server;

import java.util.List;

import io.realtime4j.model.transcription.LogProb;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;

/**
 * Event with a piece of the transcription of a user message. Wire type
 * {@code conversation.item.input_audio_transcription.delta}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param contentIndex the place of the part in the content of the item, or {@code null}
 * if absent
 * @param delta the piece, or {@code null} if absent
 * @param logprobs log probabilities of the tokens, or {@code null} if not asked for
 * @since 0.1.0
 */
public record ConversationItemInputAudioTranscriptionDelta(@Nullable String eventId, @Nullable String itemId,
		@Nullable Long contentIndex, @Nullable String delta, @Nullable List<LogProb> logprobs) implements ServerEvent {

	/**
	 * Create a new {@link ConversationItemInputAudioTranscriptionDelta} instance.
	 */
	public ConversationItemInputAudioTranscriptionDelta {
		logprobs = Copies.nullableList(logprobs);
	}

	@Override
	public String type() {
		return "conversation.item.input_audio_transcription.delta";
	}

}
