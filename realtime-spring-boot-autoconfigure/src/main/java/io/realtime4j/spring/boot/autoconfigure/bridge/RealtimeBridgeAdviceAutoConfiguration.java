package io.realtime4j.spring.boot.autoconfigure.bridge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for a warning about properties of the
 * bridge in an application without the bridge.
 *
 * @since 0.1.0
 */
@AutoConfiguration
public final class RealtimeBridgeAdviceAutoConfiguration {

	RealtimeBridgeAdviceAutoConfiguration() {
	}

	@Bean("realtime4jBridgeAdvice")
	BridgeAdvice realtimeBridgeAdvice(ApplicationContext context) {
		return new BridgeAdvice(context);
	}

}
