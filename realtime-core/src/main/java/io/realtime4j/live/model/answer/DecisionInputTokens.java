package io.realtime4j.live.model.answer;

import org.jspecify.annotations.Nullable;

/**
 * Input tokens of a decision by kind.
 *
 * @param cachedTokens those that were read from the cache, or {@code null} if absent
 * @param cacheWriteTokens those that were written to the cache, or {@code null} if absent
 * @since 0.1.0
 */
public record DecisionInputTokens(@Nullable Long cachedTokens, @Nullable Long cacheWriteTokens) {

}
