package io.realtime4j.simulator.carrier;

import java.util.function.Supplier;
import java.util.stream.Stream;

import io.realtime4j.spring.phone.PhoneCallRefused;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls to an application that is taken out of service, at the door of each
 * carrier.
 */
class CarrierDrainTests {

	static Stream<Named<Supplier<CarrierApplication<?>>>> carriers() {
		return Stream.of(Named.of("Twilio", CarrierApplication::twilio), Named.of("Telnyx", CarrierApplication::telnyx),
				Named.of("Vonage", CarrierApplication::vonage),
				Named.of("Asterisk", () -> CarrierApplication.asterisk(8000)),
				Named.of("Asterisk by WebSocket", () -> CarrierApplication.asteriskWebSocket("ulaw")));
	}

	@ParameterizedTest
	@MethodSource("carriers")
	void callsAreRefusedWhileTheApplicationIsDrained(Supplier<CarrierApplication<?>> carrier) {
		try (CarrierApplication<?> application = carrier.get()) {
			assertThat(application.refuses("+14155550123")).isNull();
			application.drain(true);
			String refused = application.refuses("+14155550123");
			assertThat(refused).isNotNull();
			PhoneCallRefused event = application.await(PhoneCallRefused.class, refused);
			assertThat(event.reason()).isEqualTo(PhoneCallRefused.Reason.STOPPING);
			assertThat(event.caller().claimedFrom()).isEqualTo("+14155550123");
			assertThat(event.caller().parameters()).containsEntry("to", "+14155550199");
			assertThat(application.events(refused)).containsExactly(event);
			application.drain(false);
			assertThat(application.refuses("+14155550123")).isNull();
		}
	}

}
