package io.realtime4j.live.model.answer;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of a decision.
 *
 * @param totalTokens all tokens, or {@code null} if absent
 * @param inputTokens input tokens, cached ones included, or {@code null} if absent
 * @param outputTokens output tokens, or {@code null} if absent
 * @param inputTokensDetails input tokens by kind, or {@code null} if absent
 * @param outputTokensDetails output tokens by kind, or {@code null} if absent
 * @since 0.1.0
 */
public record DecisionUsage(@Nullable Long totalTokens, @Nullable Long inputTokens, @Nullable Long outputTokens,
		@Nullable DecisionInputTokens inputTokensDetails, @Nullable DecisionOutputTokens outputTokensDetails) {

}
