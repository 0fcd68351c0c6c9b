package io.realtime4j.sample.desk;

import java.time.Clock;

import io.realtime4j.spring.boot.autoconfigure.RealtimeSessionCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the desk adds to the settings in {@code application.yml}.
 */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

	@Bean
	RealtimeSessionCustomizer toolsOfTheDesk(DeskTools tools) {
		return (settings) -> settings.tools(tools.declarations());
	}

	@Bean
	Clock clock() {
		return Clock.systemDefaultZone();
	}

}
