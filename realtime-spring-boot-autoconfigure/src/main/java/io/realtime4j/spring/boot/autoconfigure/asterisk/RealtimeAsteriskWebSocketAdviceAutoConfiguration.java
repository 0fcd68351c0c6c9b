package io.realtime4j.spring.boot.autoconfigure.asterisk;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneAdvice;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for advice where calls from Asterisk by
 * WebSockets are enabled but cannot be taken.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("realtime.asterisk.websocket.enabled")
public final class RealtimeAsteriskWebSocketAdviceAutoConfiguration {

	RealtimeAsteriskWebSocketAdviceAutoConfiguration() {
	}

	@Bean("realtime4jAsteriskAdvice")
	PhoneAdvice realtimeAsteriskAdvice(ApplicationContext context) {
		return new PhoneAdvice(context, "realtime.asterisk.websocket.enabled",
				RealtimeAsteriskWebSocketAutoConfiguration.LINES);
	}

}
