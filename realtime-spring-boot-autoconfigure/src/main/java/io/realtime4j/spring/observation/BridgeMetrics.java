package io.realtime4j.spring.observation;

import java.util.Set;
import java.util.function.IntSupplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Internal meters of the bridge for pages.
 * <ul>
 * <li>{@code realtime.bridge.connections}: connections of pages that are open</li>
 * <li>{@code realtime.bridge.closed}: connections that were closed, by the {@code code}
 * of the WebSocket</li>
 * </ul>
 *
 * @since 0.1.0
 */
public final class BridgeMetrics {

	// Pages may close with any code
	private static final Set<Integer> KNOWN_CODES = Set.of(1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1011,
			1012, 1013, 4400, 4500);

	private final MeterRegistry registry;

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 * @param connections tells how many connections are open
	 */
	public BridgeMetrics(MeterRegistry registry, IntSupplier connections) {
		this.registry = registry;
		Gauge.builder("realtime.bridge.connections", connections, IntSupplier::getAsInt)
			.description("Connections of pages that are open")
			.strongReference(true)
			.register(registry);
	}

	/**
	 * Note that a connection was closed.
	 * @param code the close code
	 */
	public void onClosed(int code) {
		Counter.builder("realtime.bridge.closed")
			.description("Connections of pages that were closed")
			.tag("code", KNOWN_CODES.contains(code) ? String.valueOf(code) : BoundedNames.OTHER)
			.register(this.registry)
			.increment();
	}

}
