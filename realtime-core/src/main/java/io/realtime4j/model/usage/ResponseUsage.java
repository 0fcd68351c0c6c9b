package io.realtime4j.model.usage;

import org.jspecify.annotations.Nullable;

/**
 * Tokens of one response.
 *
 * @param totalTokens all tokens, or {@code null} if absent
 * @param inputTokens input tokens, cached ones included, or {@code null} if absent
 * @param outputTokens output tokens, or {@code null} if absent
 * @param inputTokenDetails input tokens by modality, or {@code null} if absent
 * @param outputTokenDetails output tokens by modality, or {@code null} if absent
 * @since 0.1.0
 */
public record ResponseUsage(@Nullable Long totalTokens, @Nullable Long inputTokens, @Nullable Long outputTokens,
		@Nullable InputTokenDetails inputTokenDetails, @Nullable OutputTokenDetails outputTokenDetails) {

}
