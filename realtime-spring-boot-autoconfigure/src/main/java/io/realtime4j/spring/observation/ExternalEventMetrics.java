package io.realtime4j.spring.observation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.spring.external.ExternalOutbox;

/**
 * Internal meter binder for events for other systems: {@code realtime.external.waiting},
 * {@code realtime.external.published} and {@code realtime.external.dropped}.
 *
 * @since 0.1.0
 */
public final class ExternalEventMetrics {

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 * @param outbox tells the figures
	 */
	public ExternalEventMetrics(MeterRegistry registry, ExternalOutbox outbox) {
		Gauge.builder("realtime.external.waiting", outbox, ExternalOutbox::waiting)
			.description("Events for other systems that wait to be published")
			.register(registry);
		FunctionCounter.builder("realtime.external.published", outbox, ExternalOutbox::published)
			.description("Events for other systems that were published")
			.register(registry);
		FunctionCounter.builder("realtime.external.dropped", outbox, ExternalOutbox::dropped)
			.description("Events for other systems that were given up")
			.register(registry);
	}

}
