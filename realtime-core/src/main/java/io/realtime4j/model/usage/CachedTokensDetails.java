package io.realtime4j.model.usage;

import org.jspecify.annotations.Nullable;

/**
 * Cached input tokens of a response by modality.
 *
 * @param textTokens text tokens, or {@code null} if absent
 * @param imageTokens image tokens, or {@code null} if absent
 * @param audioTokens audio tokens, or {@code null} if absent
 * @since 0.1.0
 */
public record CachedTokensDetails(@Nullable Long textTokens, @Nullable Long imageTokens, @Nullable Long audioTokens) {

	CachedTokensDetails plus(CachedTokensDetails other) {
		return new CachedTokensDetails(TokenSum.of(this.textTokens, other.textTokens),
				TokenSum.of(this.imageTokens, other.imageTokens), TokenSum.of(this.audioTokens, other.audioTokens));
	}

}
