package io.realtime4j.spring.boot.autoconfigure.vonage;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneAdvice;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for advice where calls from Vonage are
 * enabled but cannot be taken.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("realtime.vonage.enabled")
public final class RealtimeVonageAdviceAutoConfiguration {

	RealtimeVonageAdviceAutoConfiguration() {
	}

	@Bean("realtime4jVonageAdvice")
	PhoneAdvice realtimeVonageAdvice(ApplicationContext context) {
		return new PhoneAdvice(context, "realtime.vonage.enabled", RealtimeVonageAutoConfiguration.LINES);
	}

}
