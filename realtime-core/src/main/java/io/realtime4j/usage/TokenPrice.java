package io.realtime4j.usage;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Prices of tokens by modality, for one million tokens.
 *
 * @param text the price of text, or {@code null} if it has none
 * @param audio the price of audio, or {@code null} if it has none
 * @param image the price of images, or {@code null} if they have none
 * @since 0.1.0
 */
public record TokenPrice(@Nullable BigDecimal text, @Nullable BigDecimal audio, @Nullable BigDecimal image) {

	/**
	 * No prices.
	 */
	public static final TokenPrice NONE = new TokenPrice(null, null, null);

	/**
	 * Create a new {@link TokenPrice} instance.
	 */
	public TokenPrice {
		requireNotNegative(text);
		requireNotNegative(audio);
		requireNotNegative(image);
	}

	static void requireNotNegative(@Nullable BigDecimal price) {
		if (price != null && price.signum() < 0) {
			throw new IllegalArgumentException("A price must not be negative, but it is " + price);
		}
	}

	/**
	 * Return these prices, completed by others.
	 */
	TokenPrice orElse(TokenPrice others) {
		return new TokenPrice((this.text != null) ? this.text : others.text,
				(this.audio != null) ? this.audio : others.audio, (this.image != null) ? this.image : others.image);
	}

}
