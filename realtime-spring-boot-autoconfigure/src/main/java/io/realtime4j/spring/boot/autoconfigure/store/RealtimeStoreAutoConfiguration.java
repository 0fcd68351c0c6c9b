package io.realtime4j.spring.boot.autoconfigure.store;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.store.ConversationStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} for the store of conversations: off until
 * {@code realtime.store.type} is set, or there is a bean of type
 * {@link ConversationStore}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeAutoConfiguration.class, RealtimeUsageAutoConfiguration.class },
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
// Also without a store: a type that does not exist would store nothing and not be told
@EnableConfigurationProperties(StoreProperties.class)
@Import({ JdbcStoreConfiguration.class, StoreConfiguration.class, StoreMetricsConfiguration.class })
public final class RealtimeStoreAutoConfiguration {

	RealtimeStoreAutoConfiguration() {
	}

	@Bean("realtime4jStoreAdvice")
	StoreAdvice storeAdvice(ObjectProvider<ConversationStore> store, Environment environment) {
		return new StoreAdvice(store, environment);
	}

}
