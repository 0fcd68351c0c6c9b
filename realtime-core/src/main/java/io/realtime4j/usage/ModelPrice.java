package io.realtime4j.usage;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Prices of one model.
 *
 * @param input prices of input tokens
 * @param cached prices of cached input tokens; where there is none, they cost what other
 * input costs
 * @param output prices of output tokens
 * @param minute the price of a minute of transcribed audio, or of a live session, or
 * {@code null} if it has none
 * @since 0.1.0
 */
public record ModelPrice(TokenPrice input, TokenPrice cached, TokenPrice output, @Nullable BigDecimal minute) {

	/**
	 * Create a new {@link ModelPrice} instance.
	 */
	public ModelPrice {
		TokenPrice.requireNotNegative(minute);
	}

	/**
	 * Return prices of tokens.
	 * @param input prices of input tokens
	 * @param cached prices of cached input tokens
	 * @param output prices of output tokens
	 * @return the prices
	 */
	public static ModelPrice ofTokens(TokenPrice input, TokenPrice cached, TokenPrice output) {
		return new ModelPrice(input, cached, output, null);
	}

	/**
	 * Return the price of a transcription or a live session that is billed by time.
	 * @param minute the price of a minute
	 * @return the prices
	 */
	public static ModelPrice ofMinutes(BigDecimal minute) {
		return new ModelPrice(TokenPrice.NONE, TokenPrice.NONE, TokenPrice.NONE, minute);
	}

}
