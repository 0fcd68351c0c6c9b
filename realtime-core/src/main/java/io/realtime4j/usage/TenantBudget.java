package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;

/**
 * Budget of a tenant for a day: what all of its sessions together may cost. When it is
 * used up, none of them begins before the next day, and those that are there end as by a
 * {@linkplain Budget budget of their own}, with {@link ClosedByTenantBudget}.
 *
 * @param money the most that a tenant may spend on a day, in the currency of the prices;
 * what has no price does not count
 * @param tenants the most that some tenants may spend, by their names
 * @param warnAt the used part of the budget, greater than 0, at which
 * {@link TenantBudgetNearlyUsed} is told; 1 for no warning
 * @param zone the time zone whose midnight begins a day
 * @since 0.1.0
 */
public record TenantBudget(BigDecimal money, Map<String, BigDecimal> tenants, double warnAt, ZoneId zone) {

	/**
	 * Create a new {@link TenantBudget} instance.
	 */
	public TenantBudget {
		tenants = Map.copyOf(tenants);
		if (money.signum() <= 0 || tenants.values().stream().anyMatch((own) -> own.signum() <= 0)) {
			throw new IllegalArgumentException("A budget must be larger than zero");
		}
		if (!(warnAt > 0 && warnAt <= 1)) {
			throw new IllegalArgumentException("'warnAt' must be larger than 0 and not beyond 1");
		}
	}

	/**
	 * Return the budget of a tenant.
	 * @param tenant the name of the tenant
	 * @return the most that it may spend on a day
	 */
	public BigDecimal of(String tenant) {
		return this.tenants.getOrDefault(tenant, this.money);
	}

	/**
	 * Return the smallest budget of a tenant.
	 */
	BigDecimal smallest() {
		return this.tenants.values().stream().reduce(this.money, BigDecimal::min);
	}

}
