package io.realtime4j.usage;

import org.jspecify.annotations.Nullable;

/**
 * Event published with the usage of the transcription of a user's audio, taken from
 * {@code conversation.item.input_audio_transcription.completed}. It is billed beside the
 * responses.
 *
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param contentIndex the place of the part in the content of the item
 * @param model the transcription model of the session, or {@code null} if the server did
 * not tell
 * @param usage what was used, tokens or time
 * @param cost what that costs
 * @since 0.1.0
 */
public record TranscriptionUsageRecorded(@Nullable String itemId, long contentIndex, @Nullable String model,
		Usage usage, Cost cost) implements UsageRecorded {

	@Override
	public String type() {
		return "realtime4j.usage.transcription";
	}

}
