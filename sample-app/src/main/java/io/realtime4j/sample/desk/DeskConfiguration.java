package io.realtime4j.sample.desk;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of the desk.
 */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemDefaultZone();
	}

}
