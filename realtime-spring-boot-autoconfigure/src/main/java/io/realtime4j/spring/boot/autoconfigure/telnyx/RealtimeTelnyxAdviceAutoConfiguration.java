package io.realtime4j.spring.boot.autoconfigure.telnyx;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneAdvice;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for advice where calls from Telnyx are
 * enabled but cannot be taken.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("realtime.telnyx.enabled")
public final class RealtimeTelnyxAdviceAutoConfiguration {

	RealtimeTelnyxAdviceAutoConfiguration() {
	}

	@Bean("realtime4jTelnyxAdvice")
	PhoneAdvice realtimeTelnyxAdvice(ApplicationContext context) {
		return new PhoneAdvice(context, "realtime.telnyx.enabled", RealtimeTelnyxAutoConfiguration.LINES);
	}

}
