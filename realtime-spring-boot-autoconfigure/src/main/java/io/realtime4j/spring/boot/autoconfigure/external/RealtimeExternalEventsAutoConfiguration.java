package io.realtime4j.spring.boot.autoconfigure.external;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.external.ExternalEventListener;
import io.realtime4j.spring.external.ExternalEventSender;
import io.realtime4j.spring.external.ExternalEvents;
import io.realtime4j.spring.external.ExternalLiveListener;
import io.realtime4j.spring.external.ExternalOutbox;
import io.realtime4j.spring.external.ExternalOutboxLifecycle;
import io.realtime4j.spring.external.ExternalOutboxSettings;
import io.realtime4j.spring.external.ExternalTranslationListener;
import io.realtime4j.spring.external.TransactionalSender;
import io.realtime4j.spring.observation.ExternalEventMetrics;
import io.realtime4j.usage.TenantResolver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link AutoConfiguration Auto-configuration} for events about sessions for other
 * systems: off until {@code realtime.external-events.enabled} is set.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeAutoConfiguration.class, RealtimeUsageAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBooleanProperty("realtime.external-events.enabled")
@EnableConfigurationProperties(ExternalEventsProperties.class)
public final class RealtimeExternalEventsAutoConfiguration {

	private static final Log logger = LogFactory.getLog(RealtimeExternalEventsAutoConfiguration.class);

	/**
	 * The clients, and with them their sessions, stop in the phase before.
	 */
	private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 3073;

	private static final Duration BACKOFF = Duration.ofMillis(200);

	private final ExternalEventsProperties properties;

	RealtimeExternalEventsAutoConfiguration(ExternalEventsProperties properties) {
		this.properties = properties;
		if (properties.isIncludeContent()) {
			logger.warn("Events for other systems contain what is said in realtime sessions, and the arguments of"
					+ " tools: whoever reads them can read it. Set 'realtime.external-events.include-content' to false"
					+ " where that is not wanted");
		}
	}

	@Bean("realtime4jExternalOutbox")
	@ConditionalOnMissingBean
	ExternalOutbox externalOutbox(ApplicationEventPublisher publisher, ObjectProvider<ExternalEventSender> sender,
			RealtimeExecutors executors) {
		PropertyChecks.positive(this.properties.getQueueSize(), "realtime.external-events.queue-size");
		PropertyChecks.positive(this.properties.getMaxThreads(), "realtime.external-events.max-threads");
		PropertyChecks.positive(this.properties.getMaxAttempts(), "realtime.external-events.max-attempts");
		ExternalOutboxSettings settings = new ExternalOutboxSettings(this.properties.getQueueSize(),
				this.properties.getMaxAttempts(), BACKOFF);
		return new ExternalOutbox(sender.getIfAvailable(() -> publisher::publishEvent), settings,
				executors.bounded("realtime-external-", this.properties.getMaxThreads()), executors.scheduler());
	}

	@Bean("realtime4jExternalOutboxLifecycle")
	ExternalOutboxLifecycle externalOutboxLifecycle(ExternalOutbox outbox) {
		return new ExternalOutboxLifecycle(outbox, PHASE);
	}

	@Bean("realtime4jExternalEvents")
	@ConditionalOnMissingBean
	ExternalEvents externalEvents(ExternalOutbox outbox, ObjectProvider<TenantResolver> tenants) {
		return new ExternalEvents(outbox, tenants.getIfAvailable(TenantResolver::given),
				this.properties.isIncludeContent(), Clock.systemUTC());
	}

	@Bean("realtime4jExternalEventListener")
	@ConditionalOnMissingBean
	ExternalEventListener externalEventListener(ExternalEvents events) {
		return new ExternalEventListener(events);
	}

	@Bean("realtime4jExternalLiveListener")
	@ConditionalOnMissingBean
	ExternalLiveListener externalLiveListener(ExternalEvents events) {
		return new ExternalLiveListener(events);
	}

	@Bean("realtime4jExternalTranslationListener")
	@ConditionalOnMissingBean
	ExternalTranslationListener externalTranslationListener(ExternalEvents events) {
		return new ExternalTranslationListener(events);
	}

	/**
	 * Transactions around what is published, where there are any.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(TransactionOperations.class)
	static class Transactions {

		@Bean("realtime4jExternalEventSender")
		@ConditionalOnMissingBean(ExternalEventSender.class)
		TransactionalSender externalEventSender(ApplicationEventPublisher publisher,
				ObjectProvider<TransactionOperations> operations, ObjectProvider<PlatformTransactionManager> managers) {
			return new TransactionalSender(publisher, operations::getIfUnique, managers::getIfUnique);
		}

	}

	/**
	 * Meters of what is published.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class Metrics {

		@Bean("realtime4jExternalEventMetrics")
		@ConditionalOnMissingBean
		ExternalEventMetrics externalEventMetrics(MeterRegistry registry, ExternalOutbox outbox) {
			return new ExternalEventMetrics(registry, outbox);
		}

	}

}
