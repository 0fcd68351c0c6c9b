package io.realtime4j.usage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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
		List<String> limits = new ArrayList<>();
		UsageSum all = this.totals.all();
		if (this.budget.tokens() != null) {
			limits.add(all.usage().totalTokens() + " of " + this.budget.tokens() + " tokens");
		}
		if (this.budget.money() != null) {
			limits.add(plain(all.cost().known()) + " of " + plain(this.budget.money()) + " " + all.cost().currency());
		}
		if (this.budget.time() != null) {
			limits.add(all.usage().active().toSeconds() + " of " + this.budget.time().toSeconds() + " seconds");
		}
		return "The session used up its budget" + (limits.isEmpty() ? "" : ": " + String.join(", ", limits));
	}

	static String plain(BigDecimal amount) {
		return ((amount.signum() != 0) ? amount.stripTrailingZeros() : BigDecimal.ZERO).toPlainString();
	}

}
