package io.realtime4j.spring.boot.autoconfigure.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.spring.observation.StoreMetrics;
import io.realtime4j.store.ConversationStore;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Meters of the store.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ ConversationStore.class, MeterRegistry.class })
class StoreMetricsConfiguration {

	@Bean("realtime4jStoreMetrics")
	@ConditionalOnMissingBean
	StoreMetrics storeMetrics(MeterRegistry registry) {
		return new StoreMetrics(registry);
	}

}
