package io.realtime4j.model.usage;

import org.jspecify.annotations.Nullable;

/**
 * Output tokens of a response by modality.
 *
 * @param textTokens text tokens, or {@code null} if absent
 * @param audioTokens audio tokens, or {@code null} if absent
 * @since 0.1.0
 */
public record OutputTokenDetails(@Nullable Long textTokens, @Nullable Long audioTokens) {

	OutputTokenDetails plus(OutputTokenDetails other) {
		return new OutputTokenDetails(TokenSum.of(this.textTokens, other.textTokens),
				TokenSum.of(this.audioTokens, other.audioTokens));
	}

}
