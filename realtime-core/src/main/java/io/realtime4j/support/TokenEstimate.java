package io.realtime4j.support;

/**
 * Internal estimate of how many tokens a text has at the most, since no tokenizer is
 * here.
 *
 * @since 0.1.0
 */
public final class TokenEstimate {

	private static final int LAST_ASCII = 127;

	private TokenEstimate() {
	}

	/**
	 * Return how much of a text surely has no more than a number of tokens. Of ASCII a
	 * token has two characters at the very least, of all else one.
	 * @param text the text
	 * @param maxTokens the number of tokens
	 * @return the number of characters at its beginning
	 */
	public static int most(String text, int maxTokens) {
		int halves = 0;
		for (int i = 0; i < text.length(); i++) {
			halves += (text.charAt(i) <= LAST_ASCII) ? 1 : 2;
			if (halves > 2 * maxTokens) {
				return i;
			}
		}
		return text.length();
	}

}
