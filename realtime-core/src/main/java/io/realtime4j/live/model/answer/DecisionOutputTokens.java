package io.realtime4j.live.model.answer;

import org.jspecify.annotations.Nullable;

/**
 * Output tokens of a decision by kind.
 *
 * @param reasoningTokens those that the model thought with, or {@code null} if absent
 * @since 0.1.0
 */
public record DecisionOutputTokens(@Nullable Long reasoningTokens) {

}
