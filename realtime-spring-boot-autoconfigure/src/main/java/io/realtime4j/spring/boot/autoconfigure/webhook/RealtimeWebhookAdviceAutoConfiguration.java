package io.realtime4j.spring.boot.autoconfigure.webhook;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for advice where webhooks are enabled but
 * cannot be taken.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("realtime.webhook.enabled")
public final class RealtimeWebhookAdviceAutoConfiguration {

	private static final Log logger = LogFactory.getLog(RealtimeWebhookAdviceAutoConfiguration.class);

	RealtimeWebhookAdviceAutoConfiguration() {
	}

	@Bean("realtime4jWebhookAdvice")
	SmartInitializingSingleton realtimeWebhookAdvice(ApplicationContext context) {
		return () -> {
			if (!context.containsBean(RealtimeWebhookAutoConfiguration.MAPPING)) {
				logger.warn("'realtime.webhook.enabled' does nothing here: webhooks need a web application, which"
						+ " spring-boot-starter-webmvc and spring-boot-starter-webflux make");
			}
		};
	}

}
