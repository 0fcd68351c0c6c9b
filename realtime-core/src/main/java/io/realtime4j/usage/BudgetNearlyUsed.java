package io.realtime4j.usage;

/**
 * Event published when the session has used the share of its budget at which it warns. It
 * comes once, and not at all if the usage that reaches that part uses up the whole.
 *
 * @param budget the budget
 * @param totals what the session used
 * @param share the part of the budget that is used, less than 1
 * @since 0.1.0
 */
public record BudgetNearlyUsed(Budget budget, UsageTotals totals, double share) implements UsageEvent {

	@Override
	public String type() {
		return "realtime4j.budget.nearly_used";
	}

}
