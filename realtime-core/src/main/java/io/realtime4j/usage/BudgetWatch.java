package io.realtime4j.usage;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares what a session uses with its budget, and says each thing once. Not
 * thread-safe.
 */
final class BudgetWatch {

	private final Budget budget;

	private final boolean money;

	private boolean warned;

	private boolean usedUp;

	private boolean measurable = true;

	BudgetWatch(Budget budget, boolean ofTenant) {
		this.budget = budget;
		this.money = ofTenant || budget.money() != null;
	}

	Budget budget() {
		return this.budget;
	}

	boolean isUsedUp() {
		return this.usedUp;
	}

	/**
	 * Return the events that follow what was used before the session began.
	 */
	List<UsageEvent> onRestored(UsageTotals totals) {
		if (this.usedUp || !this.budget.isUsedUp(totals)) {
			return List.of();
		}
		this.usedUp = true;
		return List.of(new BudgetUsedUp(this.budget, totals));
	}

	/**
	 * Return the events that follow a usage.
	 */
	List<UsageEvent> onUsage(UsageRecorded usage, UsageTotals totals) {
		List<UsageEvent> events = new ArrayList<>();
		if (this.measurable && this.money && !usage.cost().complete()) {
			this.measurable = false;
			events.add(new BudgetNotMeasurable(this.budget, usage.model()));
		}
		double share = this.budget.share(totals);
		if (!this.usedUp && this.budget.isUsedUp(totals)) {
			this.usedUp = true;
			events.add(new BudgetUsedUp(this.budget, totals));
		}
		else if (!this.usedUp && !this.warned && share >= this.budget.warnAt()) {
			this.warned = true;
			events.add(new BudgetNearlyUsed(this.budget, totals, share));
		}
		return events;
	}

}
