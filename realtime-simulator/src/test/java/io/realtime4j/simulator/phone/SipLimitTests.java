package io.realtime4j.simulator.phone;

import java.util.Map;

import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.sip.SipCallAccepted;
import io.realtime4j.spring.sip.SipCallEnded;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how many calls there may be by SIP.
 */
class SipLimitTests {

	private static final String AUTO = "realtime.sip.answer=auto";

	@Test
	void callerHasAsManyCallsAsMayBe() {
		try (PhoneApplication application = PhoneApplication.start(SipCallTests.NoPhone.class, AUTO,
				"realtime.sip.max-calls-per-caller=1")) {
			SimulatedCall first = accepted(application, "<sip:+14155550123@one.example.com>");
			assertBusy(application, "<sip:+14155550123@two.example.com>");
			accepted(application, "<sip:+14155550124@one.example.com>");
			first.callerHangsUp();
			application.events().await(SipCallEnded.class);
			accepted(application, "<sip:+14155550123@two.example.com>");
		}
	}

	@Test
	void applicationHasAsManyCallsAsMayBe() {
		try (PhoneApplication application = PhoneApplication.start(SipCallTests.NoPhone.class, AUTO,
				"realtime.phone.max-calls=1")) {
			accepted(application, "<sip:+14155550123@example.com>");
			assertBusy(application, "<sip:+14155550124@example.com>");
		}
	}

	private static SimulatedCall accepted(PhoneApplication application, String from) {
		SimulatedCall call = application.simulator().ring(Map.of("From", from));
		Awaitility.await()
			.atMost(PhoneApplication.PATIENCE)
			.until(() -> application.events()
				.all(SipCallAccepted.class)
				.stream()
				.anyMatch((one) -> one.callId().equals(call.id())));
		return call;
	}

	private static void assertBusy(PhoneApplication application, String from) {
		SimulatedCall call = application.simulator().ring(Map.of("From", from));
		call.awaitState(SimulatedCall.State.REJECTED, PhoneApplication.PATIENCE);
		assertThat(call.rejectStatus()).isEqualTo(486);
		assertThat(application.events().await(PhoneCallRefused.class).reason()).isEqualTo(PhoneCallRefused.Reason.BUSY);
	}

}
