package io.realtime4j.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;

import org.jspecify.annotations.Nullable;

/**
 * Adds up what a usage costs. Tokens of no known modality have no price.
 */
final class Bill {

	private static final int SCALE_OF_MILLION = 6;

	// Finer than any token, so that sums of rounded minutes stay right
	private static final int SCALE_OF_TIME = 15;

	private static final BigDecimal NANOS_OF_MINUTE = BigDecimal.valueOf(Duration.ofMinutes(1).toNanos());

	private BigDecimal sum = BigDecimal.ZERO;

	private boolean complete = true;

	private Bill() {
	}

	static Cost of(Usage usage, ModelPrice price, Currency currency) {
		Bill bill = new Bill();
		bill.add(uncached(usage.input(), usage.cached()), price.input());
		bill.add(usage.cached(), price.cached().orElse(price.input()));
		bill.add(usage.output(), price.output());
		bill.add(usage.transcribed().plus(usage.active()), price.minute());
		return new Cost(currency, bill.sum, bill.complete);
	}

	private static TokenCount uncached(TokenCount input, TokenCount cached) {
		return new TokenCount(Math.max(0, input.text() - cached.text()), Math.max(0, input.audio() - cached.audio()),
				Math.max(0, input.image() - cached.image()), Math.max(0, input.other() - cached.other()));
	}

	private void add(TokenCount tokens, TokenPrice price) {
		add(tokens.text(), price.text());
		add(tokens.audio(), price.audio());
		add(tokens.image(), price.image());
		add(tokens.other(), null);
	}

	private void add(long tokens, @Nullable BigDecimal ofMillion) {
		if (tokens > 0) {
			charge((ofMillion != null) ? BigDecimal.valueOf(tokens).multiply(ofMillion).movePointLeft(SCALE_OF_MILLION)
					: null);
		}
	}

	private void add(Duration time, @Nullable BigDecimal ofMinute) {
		if (!time.isZero()) {
			BigDecimal nanos = BigDecimal.valueOf(time.getSeconds())
				.movePointRight(9)
				.add(BigDecimal.valueOf(time.getNano()));
			charge((ofMinute != null)
					? nanos.multiply(ofMinute).divide(NANOS_OF_MINUTE, SCALE_OF_TIME, RoundingMode.HALF_EVEN) : null);
		}
	}

	private void charge(@Nullable BigDecimal amount) {
		if (amount != null) {
			this.sum = this.sum.add(amount);
		}
		else {
			this.complete = false;
		}
	}

}
