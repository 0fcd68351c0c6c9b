package io.realtime4j.spring.boot.autoconfigure.usage;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for what all sessions of a tenant together may cost on a day.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.tenant-budget")
public class TenantBudgetProperties {

	/**
	 * Maximum cost of all sessions of a tenant on a day, in the currency of the prices.
	 * Requires prices. No limit by default.
	 */
	private @Nullable BigDecimal moneyPerDay;

	/**
	 * Maximum cost for some tenants, by their names, where it is another one.
	 */
	private Map<String, BigDecimal> tenants = new LinkedHashMap<>();

	/**
	 * Time zone whose midnight begins a day, the same at all nodes. UTC by default.
	 */
	private @Nullable ZoneId timeZone;

	/**
	 * Share of the budget at which a warning event is published, or 1.0 for no warning.
	 */
	private double warnAt = 0.8;

	public @Nullable BigDecimal getMoneyPerDay() {
		return this.moneyPerDay;
	}

	public void setMoneyPerDay(@Nullable BigDecimal moneyPerDay) {
		this.moneyPerDay = moneyPerDay;
	}

	public Map<String, BigDecimal> getTenants() {
		return this.tenants;
	}

	public void setTenants(Map<String, BigDecimal> tenants) {
		this.tenants = tenants;
	}

	public @Nullable ZoneId getTimeZone() {
		return this.timeZone;
	}

	public void setTimeZone(@Nullable ZoneId timeZone) {
		this.timeZone = timeZone;
	}

	public double getWarnAt() {
		return this.warnAt;
	}

	public void setWarnAt(double warnAt) {
		this.warnAt = warnAt;
	}

}
