package io.realtime4j.spring.observation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.usage.TenantAccounts;

/**
 * Internal meters of what tenants may spend:
 * <ul>
 * <li>{@code realtime.tenant.refused}: sessions that did not begin, since the budget of
 * their tenant is used up</li>
 * <li>{@code realtime.tenant.waiting}: what was spent and other nodes do not know yet, by
 * {@code currency}</li>
 * </ul>
 * No tag holds the name of a tenant.
 *
 * @since 0.1.0
 */
public final class TenantBudgetMetrics {

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 * @param accounts know what tenants spend
	 */
	public TenantBudgetMetrics(MeterRegistry registry, TenantAccounts accounts) {
		FunctionCounter.builder("realtime.tenant.refused", accounts, TenantAccounts::refused)
			.description("Sessions that did not begin, since the budget of their tenant is used up")
			.register(registry);
		Gauge.builder("realtime.tenant.waiting", accounts, (all) -> all.waiting().doubleValue())
			.description("What was spent and other nodes do not know yet")
			.tag("currency", accounts.currency().getCurrencyCode())
			.register(registry);
	}

}
