package io.realtime4j.spring.boot.autoconfigure.store;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.store.ConversationStore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

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
@Import({ JdbcStoreConfiguration.class, StoreConfiguration.class, StoreMetricsConfiguration.class })
public final class RealtimeStoreAutoConfiguration {

	RealtimeStoreAutoConfiguration() {
	}

}
