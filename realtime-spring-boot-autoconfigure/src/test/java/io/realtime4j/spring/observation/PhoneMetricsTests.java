package io.realtime4j.spring.observation;

import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallEnd;
import io.realtime4j.spring.phone.PhoneCallEnded;
import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.PhoneCaller;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PhoneMetrics}.
 */
class PhoneMetricsTests {

	private static final PhoneCaller CALLER = new PhoneCaller("twilio", "CA1", "+14155550123", Map.of());

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final PhoneMetrics metrics = new PhoneMetrics(this.registry);

	@Test
	void callsAreCounted() {
		PhoneCall call = mock();
		given(call.caller()).willReturn(CALLER);
		this.metrics.on(new PhoneCallStarted(call));
		this.metrics.on(new PhoneCallStarted(call));
		assertThat(this.registry.get("realtime.phone.calls").tag("carrier", "twilio").gauge().value()).isEqualTo(2);
		this.metrics.on(new PhoneCallEnded(call, PhoneCallEnd.HUNG_UP));
		assertThat(this.registry.get("realtime.phone.calls").gauge().value()).isEqualTo(1);
		assertThat(this.registry.get("realtime.phone.ended")
			.tags("carrier", "twilio", "reason", "hung_up")
			.counter()
			.count()).isEqualTo(1);
	}

	@Test
	void callsAreCountedBeforeListenersOfTheApplicationFail() {
		PhoneCall call = mock();
		given(call.caller()).willReturn(CALLER);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean("application", FailingListener.class);
			context.registerBean("metrics", PhoneMetrics.class, () -> this.metrics);
			context.refresh();
			context.publishEvent(new PhoneCallStarted(call));
			assertThatIllegalStateException()
				.isThrownBy(() -> context.publishEvent(new PhoneCallEnded(call, PhoneCallEnd.HUNG_UP)));
		}
		assertThat(this.registry.get("realtime.phone.calls").gauge().value()).isZero();
		assertThat(this.registry.get("realtime.phone.ended").counter().count()).isEqualTo(1);
	}

	@Test
	void refusalsAreCounted() {
		this.metrics.on(new PhoneCallRefused(CALLER, PhoneCallRefused.Reason.BUSY));
		assertThat(this.registry.get("realtime.phone.refused").tag("reason", "busy").counter().count()).isEqualTo(1);
		this.metrics.on(new PhoneCallRefused(new PhoneCaller("sip", "rtc_1", null, Map.of()),
				PhoneCallRefused.Reason.STOPPING));
		assertThat(this.registry.get("realtime.phone.refused")
			.tags("carrier", "sip", "reason", "stopping")
			.counter()
			.count()).isEqualTo(1);
	}

	@Test
	void framesAreCounted() {
		this.metrics.missed("twilio", 30, 0);
		this.metrics.missed("twilio", 1, 50);
		assertThat(this.registry.get("realtime.phone.frames.lost").tag("carrier", "twilio").counter().count())
			.isEqualTo(31);
		assertThat(this.registry.get("realtime.phone.frames.late").counter().count()).isEqualTo(50);
	}

	@Test
	void nobodyIsNamed() {
		this.metrics.on(new PhoneCallRefused(CALLER, PhoneCallRefused.Reason.BUSY));
		assertThat(this.registry.getMetersAsString()).doesNotContain("CA1", "+1415");
	}

	/**
	 * Listener of an application.
	 */
	static class FailingListener {

		@EventListener
		void on(PhoneCallEnded event) {
			throw new IllegalStateException("The listener fails");
		}

	}

}
