package io.realtime4j.usage;

/**
 * Event published when a tenant has used the share of its budget of the day at which it
 * warns: once a day at each node, with the session that is found to have reached it.
 *
 * @param spending what the tenant has spent
 * @since 0.1.0
 */
public record TenantBudgetNearlyUsed(TenantSpending spending) implements UsageEvent {

	@Override
	public String type() {
		return "realtime4j.tenant_budget.nearly_used";
	}

}
