package io.realtime4j.spring.boot.autoconfigure.usage;

import java.time.Clock;

import io.realtime4j.store.StoreOptions;
import io.realtime4j.usage.Prices;
import io.realtime4j.usage.TenantAccounts;
import io.realtime4j.usage.TenantAdmission;
import io.realtime4j.usage.TenantResolver;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of what the sessions of a tenant may cost on a day.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TenantBudgetProperties.class)
class TenantBudgetConfiguration {

	@Bean("realtime4jTenantAdmission")
	@ConditionalOnBean(TenantAccounts.class)
	@ConditionalOnMissingBean
	TenantAdmission tenantAdmission(TenantAccounts accounts) {
		return new TenantAdmission(accounts);
	}

	/**
	 * Beans of the budget. There is none unless it says how much.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("realtime.tenant-budget.money-per-day")
	static class Limited {

		// A page brings the user as its tenant
		@Bean("realtime4jTenantResolver")
		@ConditionalOnMissingBean
		TenantResolver tenantResolver() {
			TenantResolver given = TenantResolver.given();
			return (session) -> {
				String tenant = given.tenant(session);
				StoreOptions options = session.feature(StoreOptions.class);
				return (tenant == null && options != null) ? options.user() : tenant;
			};
		}

		@Bean("realtime4jTenantAccounts")
		@ConditionalOnMissingBean
		TenantAccounts tenantAccounts(TenantBudgetProperties properties, Prices prices, TenantResolver resolver) {
			return new TenantAccounts(UsagePropertiesMapper.tenantBudget(properties, prices), prices.currency(),
					resolver, Clock.systemUTC());
		}

	}

}
