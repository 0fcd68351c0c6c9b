package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Spending of a tenant on one day.
 *
 * @param tenant the name of the tenant, empty for all sessions without one
 * @param day the day
 * @param spent what its sessions have cost so far, at this node and, as far as they have
 * told, at others
 * @param budget the most that they may cost
 * @param currency the currency of both
 * @since 0.1.0
 */
public record TenantSpending(String tenant, LocalDate day, BigDecimal spent, BigDecimal budget, Currency currency) {

	/**
	 * Return the used part of the budget.
	 * @return the part, 0 for nothing, and 1 or more if it is used up
	 */
	public double share() {
		return this.spent.doubleValue() / this.budget.doubleValue();
	}

	/**
	 * Return whether the budget is used up.
	 * @return whether it is reached
	 */
	public boolean isUsedUp() {
		return this.spent.compareTo(this.budget) >= 0;
	}

	/**
	 * Return the same in words.
	 * @return whose spending it is, and how much of its budget
	 */
	public String summary() {
		String whose = this.tenant.isEmpty() ? "sessions without a tenant" : "the tenant '" + this.tenant + "'";
		return whose + " spent " + ClosedByBudget.plain(this.spent) + " of " + ClosedByBudget.plain(this.budget) + " "
				+ this.currency + " on " + this.day;
	}

}
