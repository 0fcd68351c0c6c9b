package io.realtime4j.model.transcription;

import org.jspecify.annotations.Nullable;

/**
 * Usage of a transcription that is billed by tokens.
 *
 * @param inputTokens input tokens
 * @param inputTokenDetails input tokens by modality, or {@code null} if absent
 * @param outputTokens output tokens
 * @param totalTokens all tokens
 * @since 0.1.0
 */
public record TranscriptionTokens(long inputTokens, @Nullable TranscriptionInputTokenDetails inputTokenDetails,
		long outputTokens, long totalTokens) implements TranscriptionUsage {

	@Override
	public String type() {
		return "tokens";
	}

}
