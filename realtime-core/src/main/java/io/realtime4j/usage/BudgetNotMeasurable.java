package io.realtime4j.usage;

import org.jspecify.annotations.Nullable;

/**
 * Event published when a budget of money does not cover all usage, because a price is
 * missing. It is published once for a session.
 *
 * @param budget the budget
 * @param model the first model without the price that it takes, or {@code null} if the
 * server did not tell which model it is
 * @since 0.1.0
 */
public record BudgetNotMeasurable(Budget budget, @Nullable String model) implements UsageEvent {

	@Override
	public String type() {
		return "realtime4j.budget.not_measurable";
	}

}
