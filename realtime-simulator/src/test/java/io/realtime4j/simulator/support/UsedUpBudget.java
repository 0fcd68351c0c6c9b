package io.realtime4j.simulator.support;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import io.realtime4j.usage.Prices;
import io.realtime4j.usage.Tenant;
import io.realtime4j.usage.TenantAccounts;
import io.realtime4j.usage.TenantBudget;
import io.realtime4j.usage.TenantResolver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Accounts of an application in which one tenant has used up its budget of the day.
 */
@Configuration(proxyBeanMethods = false)
public class UsedUpBudget {

	public static final Tenant TENANT = new Tenant("poor");

	@Bean
	TenantAccounts accounts() {
		TenantAccounts accounts = new TenantAccounts(new TenantBudget(BigDecimal.TEN, Map.of(), 1, ZoneOffset.UTC),
				Prices.none().currency(), TenantResolver.given(), () -> Instant.parse("2026-01-01T12:00:00Z"));
		accounts.spend(TENANT.name(), BigDecimal.TEN);
		return accounts;
	}

}
