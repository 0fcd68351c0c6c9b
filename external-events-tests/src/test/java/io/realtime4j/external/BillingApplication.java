package io.realtime4j.external;

import io.realtime4j.spring.external.ExternalEvent;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;

/**
 * An application that sends its external events to a broker.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class BillingApplication {

	static final String TOPIC = "realtime";

	@Bean
	EventExternalizationConfiguration externalization() {
		return EventExternalizationConfiguration.externalizing()
			.select(ExternalEvent.class::isInstance)
			.route(ExternalEvent.class, (event) -> RoutingTarget.forTarget(TOPIC).andKey(event.session().id()))
			.build();
	}

}
