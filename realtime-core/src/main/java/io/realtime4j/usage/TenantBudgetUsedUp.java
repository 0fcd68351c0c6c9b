package io.realtime4j.usage;

/**
 * Event published when the tenant of a session has used up its budget of the day: the
 * session closes when the running response is done. Each session of the tenant tells it
 * once.
 *
 * @param spending what the tenant has spent
 * @since 0.1.0
 */
public record TenantBudgetUsedUp(TenantSpending spending) implements UsageEvent {

	@Override
	public String type() {
		return "realtime4j.tenant_budget.used_up";
	}

}
