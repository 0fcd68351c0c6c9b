package io.realtime4j.spring.external;

import java.math.BigDecimal;

import io.realtime4j.usage.Cost;
import io.realtime4j.usage.TokenCount;
import io.realtime4j.usage.Usage;

/**
 * Usage that an {@link ExternalEvent} tells of, and its cost.
 *
 * @param input input tokens, cached ones included
 * @param cached those of the input tokens that were cached
 * @param output output tokens
 * @param transcribedMillis the length of audio whose transcription is billed by time, in
 * ms
 * @param activeMillis the active time of a live session, in ms
 * @param currency the code of the currency of the cost, such as {@code USD}
 * @param cost the cost, as far as prices are known
 * @param costComplete whether all prices are known
 * @since 0.1.0
 */
public record ExternalUsage(Tokens input, Tokens cached, Tokens output, long transcribedMillis, long activeMillis,
		String currency, BigDecimal cost, boolean costComplete) {

	static ExternalUsage of(Usage usage, Cost cost) {
		return new ExternalUsage(Tokens.of(usage.input()), Tokens.of(usage.cached()), Tokens.of(usage.output()),
				usage.transcribed().toMillis(), usage.active().toMillis(), cost.currency().getCurrencyCode(),
				cost.known(), cost.complete());
	}

	/**
	 * Number of tokens by modality.
	 *
	 * @param text tokens of text
	 * @param audio tokens of audio
	 * @param image tokens of images
	 * @param other tokens whose modality the server did not tell
	 */
	public record Tokens(long text, long audio, long image, long other) {

		static Tokens of(TokenCount count) {
			return new Tokens(count.text(), count.audio(), count.image(), count.other());
		}

	}

}
