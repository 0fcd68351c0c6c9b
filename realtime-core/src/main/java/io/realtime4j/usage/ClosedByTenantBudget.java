package io.realtime4j.usage;

import io.realtime4j.session.ClosedByPolicy;

/**
 * Close cause when the tenant of the session has used up its budget of the day, with this
 * session or with others.
 *
 * @param spending what the tenant has spent when that was found out
 * @since 0.1.0
 */
public record ClosedByTenantBudget(TenantSpending spending) implements ClosedByPolicy {

	@Override
	public String message() {
		return "The budget of the day is used up: " + this.spending.summary();
	}

}
