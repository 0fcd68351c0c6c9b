package io.realtime4j.usage;

import java.math.BigDecimal;

import io.realtime4j.session.ClosedByPolicy;

/**
 * Close cause when the session has used up its budget.
 *
 * @param budget the budget
 * @param totals what the session used when it was found to be used up
 * @since 0.1.0
 */
public record ClosedByBudget(Budget budget, UsageTotals totals) implements ClosedByPolicy {

	@Override
	public String message() {
		StringBuilder message = new StringBuilder("The session used up its budget");
		UsageSum all = this.totals.all();
		if (this.budget.tokens() != null) {
			message.append(": ").append(all.usage().totalTokens()).append(" of ");
			message.append(this.budget.tokens()).append(" tokens");
		}
		if (this.budget.money() != null) {
			message.append((this.budget.tokens() != null) ? ", " : ": ").append(plain(all.cost().known()));
			message.append(" of ").append(plain(this.budget.money())).append(' ').append(all.cost().currency());
		}
		return message.toString();
	}

	private static String plain(BigDecimal amount) {
		return ((amount.signum() != 0) ? amount.stripTrailingZeros() : BigDecimal.ZERO).toPlainString();
	}

}
