package io.realtime4j.spring.boot.autoconfigure.usage;

import io.realtime4j.live.usage.LiveUsageTracker;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeClientBuilderCustomizer;
import io.realtime4j.spring.boot.autoconfigure.RealtimeProperties;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.logging.UsageLogger;
import io.realtime4j.usage.Prices;
import io.realtime4j.usage.TenantAccounts;
import io.realtime4j.usage.UsageListener;
import io.realtime4j.usage.UsageTracker;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} for the usage and cost of sessions, and
 * for their budget and that of their tenants.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
@Import(TenantBudgetConfiguration.class)
public final class RealtimeUsageAutoConfiguration {

	RealtimeUsageAutoConfiguration() {
	}

	@Bean("realtime4jPrices")
	@ConditionalOnMissingBean
	Prices realtimePrices(RealtimeProperties properties, Environment environment) {
		return UsagePropertiesMapper.prices(properties.getPricing(), environment);
	}

	@Bean("realtime4jUsageTracker")
	@ConditionalOnMissingBean
	UsageTracker realtimeUsageTracker(RealtimeProperties properties, Prices prices, RealtimeExecutors executors,
			ObjectProvider<TenantAccounts> tenants, ObjectProvider<UsageListener> listeners,
			ListenerErrorHandler errorHandler) {
		UsageTracker.Builder tracker = UsageTracker.builder(executors.listeners())
			.prices(prices)
			.budget(UsagePropertiesMapper.budget(properties.getSession().getBudget(), prices))
			.tenants(tenants.getIfAvailable())
			.errorHandler(errorHandler)
			.listener(new UsageLogger());
		listeners.orderedStream().forEach(tracker::listener);
		return tracker.build();
	}

	// First, so that nothing asks for a response when a budget is used up
	@Bean("realtime4jUsageClientCustomizer")
	@Order(Ordered.HIGHEST_PRECEDENCE)
	RealtimeClientBuilderCustomizer realtimeUsageClientCustomizer(UsageTracker tracker) {
		return (builder) -> builder.interceptor(tracker);
	}

	@Bean("realtime4jLiveUsageTracker")
	@ConditionalOnMissingBean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	LiveUsageTracker realtimeLiveUsageTracker(UsageTracker tracker) {
		return new LiveUsageTracker(tracker);
	}

}
