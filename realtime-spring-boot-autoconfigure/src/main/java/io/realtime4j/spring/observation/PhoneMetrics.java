package io.realtime4j.spring.observation;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.spring.phone.PhoneCallEnded;
import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.engine.PhoneTraffic;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Internal meters of the calls of carriers.
 * <ul>
 * <li>{@code realtime.phone.calls}: calls that are connected</li>
 * <li>{@code realtime.phone.ended}: calls that have ended, by {@code reason}</li>
 * <li>{@code realtime.phone.refused}: calls that were refused, by {@code reason}, those
 * by SIP too</li>
 * <li>{@code realtime.phone.frames.lost} and {@code realtime.phone.frames.late}: frames
 * of callers, of 20 ms each</li>
 * </ul>
 * Each has the name of the {@code carrier}. Events come here before they come to the
 * application, whose listeners may throw.
 *
 * @since 0.1.0
 */
public final class PhoneMetrics implements PhoneTraffic {

	private static final String CARRIER = "carrier";

	private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();

	private final MeterRegistry registry;

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 */
	public PhoneMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(PhoneCallStarted event) {
		open(event.caller().carrier()).incrementAndGet();
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(PhoneCallEnded event) {
		String carrier = event.caller().carrier();
		open(carrier).decrementAndGet();
		count("realtime.phone.ended", "Calls that have ended", carrier, event.end());
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(PhoneCallRefused event) {
		count("realtime.phone.refused", "Calls that were refused", event.caller().carrier(), event.reason());
	}

	private AtomicInteger open(String carrier) {
		return this.open.computeIfAbsent(carrier, (absent) -> {
			AtomicInteger calls = new AtomicInteger();
			Gauge.builder("realtime.phone.calls", calls, AtomicInteger::get)
				.description("Calls that are connected")
				.tag(CARRIER, carrier)
				.register(this.registry);
			return calls;
		});
	}

	private void count(String name, String description, String carrier, Enum<?> reason) {
		Counter.builder(name)
			.description(description)
			.tag(CARRIER, carrier)
			.tag("reason", reason.name().toLowerCase(Locale.ROOT))
			.register(this.registry)
			.increment();
	}

	@Override
	public void missed(String carrier, long lost, long late) {
		count("realtime.phone.frames.lost", "Frames of callers that did not come", carrier, lost);
		count("realtime.phone.frames.late", "Frames of callers that did not come in time", carrier, late);
	}

	private void count(String name, String description, String carrier, long frames) {
		Counter.builder(name).description(description).tag(CARRIER, carrier).register(this.registry).increment(frames);
	}

}
