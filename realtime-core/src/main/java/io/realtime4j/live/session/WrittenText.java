package io.realtime4j.live.session;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.support.TokenEstimate;

/**
 * Words by which the model is told of a message that the user wrote. They are commentary,
 * which the model speaks about, and no instructions, which a user shall not give.
 */
final class WrittenText {

	private static final int MAX_TOKENS = 500;

	private static final String INTRODUCTION = "Answer this message that the user wrote: ";

	private WrittenText() {
	}

	static String tell(String text) {
		String told = INTRODUCTION + WellFormedText.of(text).strip();
		if (text.isBlank()) {
			throw new IllegalArgumentException("'text' must not be blank");
		}
		if (TokenEstimate.most(told, MAX_TOKENS) < told.length()) {
			throw new IllegalArgumentException("'text' is too long: a live session takes 500 tokens at once");
		}
		return told;
	}

}
