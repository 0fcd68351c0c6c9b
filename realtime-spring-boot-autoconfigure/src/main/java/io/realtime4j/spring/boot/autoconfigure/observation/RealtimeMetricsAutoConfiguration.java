package io.realtime4j.spring.boot.autoconfigure.observation;

import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeClientBuilderCustomizer;
import io.realtime4j.spring.boot.autoconfigure.bridge.RealtimeBridgeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.bridge.server.RealtimeBridge;
import io.realtime4j.spring.observation.AnswerLatencyMetrics;
import io.realtime4j.spring.observation.BridgeMetrics;
import io.realtime4j.spring.observation.PhoneMetrics;
import io.realtime4j.spring.observation.QueueMetrics;
import io.realtime4j.spring.observation.RealtimeMetrics;
import io.realtime4j.spring.observation.SessionMetrics;
import io.realtime4j.spring.observation.TenantBudgetMetrics;
import io.realtime4j.spring.observation.ToolMetrics;
import io.realtime4j.spring.observation.UsageMetrics;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.session.TranslationClient;
import io.realtime4j.translation.session.TranslationListener;
import io.realtime4j.translation.session.TranslationSession;
import io.realtime4j.usage.TenantAccounts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketHandler;

/**
 * {@link AutoConfiguration Auto-configuration} for the metrics of realtime sessions.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { RealtimeAutoConfiguration.class, RealtimeBridgeAutoConfiguration.class,
				RealtimeUsageAutoConfiguration.class },
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

	@Bean("realtime4jAnswerLatencyMetrics")
	@ConditionalOnMissingBean
	AnswerLatencyMetrics realtimeAnswerLatencyMetrics(MeterRegistry registry) {
		return new AnswerLatencyMetrics(registry);
	}

	@Bean("realtime4jSessionMetrics")
	@ConditionalOnMissingBean
	SessionMetrics realtimeSessionMetrics(MeterRegistry registry) {
		return new SessionMetrics(registry);
	}

	@Bean("realtime4jMetricsClientCustomizer")
	RealtimeClientBuilderCustomizer realtimeMetricsClientCustomizer(SessionMetrics metrics) {
		return (builder) -> builder.interceptor(metrics);
	}

	@Bean("realtime4jTranslationMetrics")
	TranslationListener realtimeTranslationMetrics(SessionMetrics metrics) {
		return new TranslationListener() {

			@Override
			public boolean wants(TranslationSession session, TranslationServerEvent event) {
				return false;
			}

			@Override
			public void onSessionEvent(TranslationSession session, SessionEvent event) {
				metrics.onSessionEvent("translation", session, event);
			}

		};
	}

	@Bean("realtime4jLiveMetrics")
	LiveListener realtimeLiveMetrics(SessionMetrics metrics) {
		return new LiveListener() {

			@Override
			public boolean wants(LiveSession session, LiveServerEvent event) {
				return false;
			}

			@Override
			public void onSessionEvent(LiveSession session, SessionEvent event) {
				metrics.onSessionEvent("live", session, event);
			}

		};
	}

	@Bean("realtime4jToolMetrics")
	@ConditionalOnMissingBean
	ToolMetrics realtimeToolMetrics(MeterRegistry registry) {
		return new ToolMetrics(registry);
	}

	@Bean("realtime4jUsageMetrics")
	@ConditionalOnMissingBean
	UsageMetrics realtimeUsageMetrics(MeterRegistry registry) {
		return new UsageMetrics(registry);
	}

	@Bean("realtime4jTenantBudgetMetrics")
	@ConditionalOnBean(TenantAccounts.class)
	@ConditionalOnMissingBean
	TenantBudgetMetrics realtimeTenantBudgetMetrics(MeterRegistry registry, TenantAccounts accounts) {
		return new TenantBudgetMetrics(registry, accounts);
	}

	@Bean("realtime4jQueueMetrics")
	@ConditionalOnMissingBean
	QueueMetrics realtimeQueueMetrics(MeterRegistry registry, ObjectProvider<RealtimeClient> clients,
			ObjectProvider<TranslationClient> translations, ObjectProvider<LiveClient> lives) {
		return new QueueMetrics(registry,
				() -> Stream
					.of(clients.stream().flatMap((client) -> client.sessions().stream()),
							translations.stream().flatMap((client) -> client.sessions().stream()),
							lives.stream().flatMap((client) -> client.sessions().stream()))
					.flatMap((sessions) -> sessions));
	}

	@Bean("realtime4jPhoneMetrics")
	@ConditionalOnMissingBean
	PhoneMetrics realtimePhoneMetrics(MeterRegistry registry) {
		return new PhoneMetrics(registry);
	}

	/**
	 * Metrics of the bridge.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebSocketHandler.class)
	@ConditionalOnBean(RealtimeBridge.class)
	static class BridgeMetricsConfiguration {

		@Bean("realtime4jBridgeMetrics")
		@ConditionalOnMissingBean
		BridgeMetrics realtimeBridgeMetrics(MeterRegistry registry, RealtimeBridge bridge) {
			BridgeMetrics metrics = new BridgeMetrics(registry, bridge::connections);
			bridge.whenClosed(metrics::onClosed);
			return metrics;
		}

	}

}
