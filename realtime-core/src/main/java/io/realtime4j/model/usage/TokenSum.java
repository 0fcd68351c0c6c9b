package io.realtime4j.model.usage;

import org.jspecify.annotations.Nullable;

/**
 * Sum of two counts of tokens, of which the server may leave out either.
 */
final class TokenSum {

	private TokenSum() {
	}

	static @Nullable Long of(@Nullable Long one, @Nullable Long other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one + other;
	}

}
