package io.realtime4j.usage;

/**
 * Nothing is left of the budget: the session closes when the response is done that runs.
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
