package io.realtime4j.usage;

/**
 * Tokens by modality. A server that sends more than a {@code long} can count is taken to
 * have sent as much as that.
 *
 * @param text text tokens
 * @param audio audio tokens
 * @param image image tokens
 * @param other tokens of which the server does not say what they are
 * @since 0.1.0
 */
public record TokenCount(long text, long audio, long image, long other) {

	/**
	 * No tokens.
	 */
	public static final TokenCount NONE = new TokenCount(0, 0, 0, 0);

	/**
	 * Create a new {@link TokenCount} instance.
	 */
	public TokenCount {
		if (Math.min(Math.min(text, audio), Math.min(image, other)) < 0) {
			throw new IllegalArgumentException("Tokens must not be negative");
		}
	}

	/**
	 * Return the tokens of all modalities.
	 * @return their number
	 */
	public long total() {
		return add(add(this.text, this.audio), add(this.image, this.other));
	}

	/**
	 * Return the sum of these tokens and others.
	 * @param more the others
	 * @return the sum
	 */
	public TokenCount plus(TokenCount more) {
		return new TokenCount(add(this.text, more.text), add(this.audio, more.audio), add(this.image, more.image),
				add(this.other, more.other));
	}

	static long add(long left, long right) {
		long sum = left + right;
		return (sum >= 0) ? sum : Long.MAX_VALUE;
	}

}
