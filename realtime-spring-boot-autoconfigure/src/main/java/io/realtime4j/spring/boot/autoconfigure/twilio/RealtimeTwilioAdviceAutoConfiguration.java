package io.realtime4j.spring.boot.autoconfigure.twilio;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for advice where calls from Twilio are
 * enabled but cannot be taken.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("realtime.twilio.enabled")
public final class RealtimeTwilioAdviceAutoConfiguration {

	private static final Log logger = LogFactory.getLog(RealtimeTwilioAdviceAutoConfiguration.class);

	RealtimeTwilioAdviceAutoConfiguration() {
	}

	@Bean("realtime4jTwilioAdvice")
	SmartInitializingSingleton realtimeTwilioAdvice(ApplicationContext context) {
		return () -> {
			if (!context.containsBean(RealtimeTwilioAutoConfiguration.LINES)) {
				logger.warn("'realtime.twilio.enabled' does nothing here: media streams need a servlet web"
						+ " application with spring-websocket, which spring-boot-starter-webmvc and"
						+ " spring-boot-starter-websocket make");
			}
		};
	}

}
