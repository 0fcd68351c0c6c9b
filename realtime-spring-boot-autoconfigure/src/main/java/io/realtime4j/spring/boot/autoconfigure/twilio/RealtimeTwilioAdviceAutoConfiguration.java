package io.realtime4j.spring.boot.autoconfigure.twilio;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneAdvice;

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

	RealtimeTwilioAdviceAutoConfiguration() {
	}

	@Bean("realtime4jTwilioAdvice")
	PhoneAdvice realtimeTwilioAdvice(ApplicationContext context) {
		return new PhoneAdvice(context, "realtime.twilio.enabled", RealtimeTwilioAutoConfiguration.LINES);
	}

}
