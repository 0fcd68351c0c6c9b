package io.realtime4j.usage;

import java.math.BigDecimal;
import java.util.Currency;

import org.jspecify.annotations.Nullable;

/**
 * Cost of a usage. As long as a price is missing, the cost is unknown, and never less
 * than what is known of it.
 *
 * @param currency the currency
 * @param known the cost of what has a price
 * @param complete whether all that was used has a price
 * @since 0.1.0
 */
public record Cost(Currency currency, BigDecimal known, boolean complete) {

	/**
	 * Return a cost of zero.
	 * @param currency the currency
	 * @return the cost
	 */
	public static Cost zero(Currency currency) {
		return new Cost(currency, BigDecimal.ZERO, true);
	}

	/**
	 * Return the total cost.
	 * @return the amount, or {@code null} if it is unknown
	 */
	public @Nullable BigDecimal amount() {
		return this.complete ? this.known : null;
	}

	/**
	 * Return the sum of this cost and another one. It is unknown if one of them is.
	 * @param more the other
	 * @return the sum
	 * @throws IllegalArgumentException if it has another currency
	 */
	public Cost plus(Cost more) {
		if (!this.currency.equals(more.currency)) {
			throw new IllegalArgumentException("Cannot add " + more.currency + " to " + this.currency);
		}
		return new Cost(this.currency, this.known.add(more.known), this.complete && more.complete);
	}

}
