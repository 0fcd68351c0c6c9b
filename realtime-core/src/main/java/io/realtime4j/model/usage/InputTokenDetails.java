package io.realtime4j.model.usage;

import org.jspecify.annotations.Nullable;

/**
 * Input tokens of a response by modality.
 *
 * @param cachedTokens those of the input tokens that were cached, or {@code null} if
 * absent
 * @param textTokens text tokens, or {@code null} if absent
 * @param imageTokens image tokens, or {@code null} if absent
 * @param audioTokens audio tokens, or {@code null} if absent
 * @param cachedTokensDetails cached tokens by modality, or {@code null} if absent
 * @since 0.1.0
 */
public record InputTokenDetails(@Nullable Long cachedTokens, @Nullable Long textTokens, @Nullable Long imageTokens,
		@Nullable Long audioTokens, @Nullable CachedTokensDetails cachedTokensDetails) {

	InputTokenDetails plus(InputTokenDetails other) {
		CachedTokensDetails cached = this.cachedTokensDetails;
		return new InputTokenDetails(TokenSum.of(this.cachedTokens, other.cachedTokens),
				TokenSum.of(this.textTokens, other.textTokens), TokenSum.of(this.imageTokens, other.imageTokens),
				TokenSum.of(this.audioTokens, other.audioTokens),
				(cached != null && other.cachedTokensDetails != null) ? cached.plus(other.cachedTokensDetails)
						: (cached != null) ? cached : other.cachedTokensDetails);
	}

}
