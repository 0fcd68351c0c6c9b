package io.realtime4j.spring.boot.autoconfigure.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.observation.RealtimeMetrics;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the metrics of realtime sessions.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public final class RealtimeMetricsAutoConfiguration {

	RealtimeMetricsAutoConfiguration() {
	}

	@Bean("realtime4jMetrics")
	@ConditionalOnMissingBean
	RealtimeMetrics realtimeMetrics(MeterRegistry registry) {
		return new RealtimeMetrics(registry);
	}

}
