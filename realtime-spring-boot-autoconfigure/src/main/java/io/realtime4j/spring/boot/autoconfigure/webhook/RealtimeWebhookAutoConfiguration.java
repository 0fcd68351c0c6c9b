package io.realtime4j.spring.boot.autoconfigure.webhook;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import io.realtime4j.spring.webhook.WebhookEvents;
import io.realtime4j.spring.webhook.WebhookIds;
import io.realtime4j.spring.webhook.WebhookReceiver;
import io.realtime4j.spring.webhook.WebhookRequestHandler;
import io.realtime4j.spring.webhook.WebhookWebHandler;
import io.realtime4j.webhook.WebhookEvent;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * {@link AutoConfiguration Auto-configuration} for the endpoint that takes webhooks of
 * the service.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
@ConditionalOnBooleanProperty("realtime.webhook.enabled")
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebhookProperties.class)
public final class RealtimeWebhookAutoConfiguration {

	/**
	 * Before the resources of the application, which take any path.
	 */
	private static final int ORDER = 1;

	static final String MAPPING = "realtime4jWebhookMapping";

	private static final InstantSource CLOCK = Clock.systemUTC();

	RealtimeWebhookAutoConfiguration() {
	}

	@Bean("realtime4jWebhookIds")
	@ConditionalOnMissingBean
	WebhookIds realtimeWebhookIds() {
		return new InMemoryWebhookIds(CLOCK);
	}

	@Bean("realtime4jWebhookReceiver")
	@ConditionalOnMissingBean
	WebhookReceiver<WebhookEvent> realtimeWebhookReceiver(WebhookProperties properties, WebhookIds ids,
			RealtimeExecutors executors, ApplicationEventPublisher publisher) {
		return new WebhookReceiver<>(new WebhookEvents(WebhookPropertiesMapper.verifier(properties, CLOCK)),
				new WebhookReceiver.Memory(ids, properties.getTolerance(), CLOCK),
				WebhookPropertiesMapper.maxSize(properties), executors.listeners(), publisher::publishEvent);
	}

	/**
	 * The endpoint with Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(DispatcherServlet.class)
	static class ServletConfiguration {

		@Bean(MAPPING)
		SimpleUrlHandlerMapping realtimeWebhookMapping(WebhookReceiver<?> receiver, WebhookProperties properties) {
			return new SimpleUrlHandlerMapping(
					Map.of(WebhookPropertiesMapper.path(properties), new WebhookRequestHandler(receiver)), ORDER);
		}

	}

	/**
	 * The endpoint with Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass(DispatcherHandler.class)
	static class ReactiveConfiguration {

		@Bean(MAPPING)
		org.springframework.web.reactive.handler.SimpleUrlHandlerMapping realtimeWebhookMapping(
				WebhookReceiver<?> receiver, WebhookProperties properties) {
			return new org.springframework.web.reactive.handler.SimpleUrlHandlerMapping(
					Map.of(WebhookPropertiesMapper.path(properties), new WebhookWebHandler(receiver)), ORDER);
		}

	}

}
