package io.realtime4j.simulator.carrier;

import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how many calls there may be from Asterisk, in both of its ways together.
 */
class AsteriskLimitTests {

	@ParameterizedTest
	@ValueSource(strings = { "realtime.asterisk.max-calls=1", "realtime.phone.max-calls=1" })
	void callsOfBothWaysCountTogether(String limit) {
		try (CarrierApplication<AsteriskCarrier> application = start(limit);
				AsteriskWebSocketCarrier other = application.webSocketCarrier("ulaw")) {
			SimulatedPhoneCall first = application.carrier().call("+13", "+1");
			application.await(PhoneCallStarted.class, first.callId());
			assertBusy(application, other.call("+14", "+1"));
		}
	}

	@Test
	void callerHasAsManyCallsAsMayBeInBothWays() {
		try (CarrierApplication<AsteriskCarrier> application = start("realtime.asterisk.max-calls-per-caller=1");
				AsteriskWebSocketCarrier other = application.webSocketCarrier("ulaw")) {
			SimulatedPhoneCall first = other.call("+13", "+1");
			application.await(PhoneCallStarted.class, first.callId());
			assertBusy(application, application.carrier().call("+13", "+1"));
			SimulatedPhoneCall another = application.carrier().call("+14", "+1");
			application.await(PhoneCallStarted.class, another.callId());
		}
	}

	private static CarrierApplication<AsteriskCarrier> start(String limit) {
		return CarrierApplication.asterisk(8000, "realtime.asterisk.websocket.enabled=true", limit);
	}

	private static void assertBusy(CarrierApplication<?> application, SimulatedPhoneCall call) {
		assertThat(application.await(PhoneCallRefused.class, call.callId()).reason())
			.isEqualTo(PhoneCallRefused.Reason.BUSY);
		call.awaitEnd(CarrierApplication.PATIENCE);
	}

}
