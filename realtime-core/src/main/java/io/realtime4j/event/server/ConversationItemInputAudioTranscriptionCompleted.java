package io.realtime4j.event.server;

import java.util.List;
import java.util.Objects;

import io.realtime4j.model.transcription.LogProb;
import io.realtime4j.model.transcription.TranscriptionLanguage;
import io.realtime4j.model.transcription.TranscriptionUsage;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when the transcription of a user message is complete. It may come after the
 * response to that message began. Wire type
 * {@code conversation.item.input_audio_transcription.completed}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param contentIndex the place of the part in the content of the item, 0 if the server
 * did not say
 * @param transcript the transcript
 * @param languages the languages that were detected, or {@code null} if absent
 * @param logprobs log probabilities of the tokens, or {@code null} if not asked for
 * @param usage what the transcription is billed by, or {@code null} if absent
 * @since 0.1.0
 */
public record ConversationItemInputAudioTranscriptionCompleted(@Nullable String eventId, @Nullable String itemId,
		long contentIndex, String transcript, @Nullable List<TranscriptionLanguage> languages,
		@Nullable List<LogProb> logprobs, @Nullable TranscriptionUsage usage) implements ServerEvent {

	/**
	 * Create a new {@link ConversationItemInputAudioTranscriptionCompleted} instance.
	 */
	public ConversationItemInputAudioTranscriptionCompleted {
		Objects.requireNonNull(transcript, "'transcript' must not be null");
		languages = Copies.nullableList(languages);
		logprobs = Copies.nullableList(logprobs);
	}

	@Override
	public String type() {
		return "conversation.item.input_audio_transcription.completed";
	}

}
