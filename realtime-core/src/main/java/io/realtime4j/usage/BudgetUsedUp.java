package io.realtime4j.usage;

/**
 * Event published when the budget is used up: the session closes when the running
 * response is done.
 *
 * @param budget the budget
 * @param totals what the session used
 * @since 0.1.0
 */
public record BudgetUsedUp(Budget budget, UsageTotals totals) implements UsageEvent {

	@Override
	public String type() {
		return "realtime4j.budget.used_up";
	}

}
