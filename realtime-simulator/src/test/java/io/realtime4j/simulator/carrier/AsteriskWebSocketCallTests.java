package io.realtime4j.simulator.carrier;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.PhoneKeyPressed;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls from Asterisk by its WebSocket channel, which has a queue and marks.
 */
class AsteriskWebSocketCallTests extends CarrierCallTests {

	@Override
	CarrierApplication<?> startApplication() {
		List<String> properties = new ArrayList<>(List.of(PAGES_HAVE_ONE_SESSION));
		properties.add("realtime.asterisk.dial-plan-transfers=true");
		return CarrierApplication.asteriskWebSocket("ulaw", properties.toArray(String[]::new));
	}

	@ParameterizedTest
	@ValueSource(strings = { "alaw", "slin", "slin24" })
	void everyFormatIsHeardAndSpoken(String format) {
		try (CarrierApplication<AsteriskWebSocketCarrier> other = CarrierApplication.asteriskWebSocket(format)) {
			other.simulator().nextResponse("Good evening, this is the front desk.");
			SimulatedPhoneCall call = other.carrier().call("+14155550123", "1");
			call.speak(tone(400)).join();
			Awaitility.await().atMost(CarrierApplication.PATIENCE).until(() -> peak(call.heard()) > 1000);
			assertThat(call.violations()).isEmpty();
			call.hangUp();
		}
	}

	@Test
	void nothingIsSentWhileAsteriskAsksForAPause() {
		SimulatedPhoneCall call = call();
		call.stream().send("{\"event\":\"MEDIA_XOFF\"}");
		call.pressKey('1');
		application().await(PhoneKeyPressed.class, call.callId());
		assertThat(answer(call, ModelReply.builder().text("Good evening, this is the front desk.")))
			.succeedsWithin(CarrierApplication.PATIENCE);
		assertThat(call.stream().received("media")).isEmpty();
		call.stream().send("{\"event\":\"MEDIA_XON\"}");
		call.awaitAudio(5, CarrierApplication.PATIENCE);
		call.hangUp();
	}

	@Test
	void callerIsWhoTheTicketSays() {
		SimulatedPhoneCall call = application().carrier().call("+14155550177", "+1");
		assertThat(application().await(PhoneCallStarted.class, call.callId()).caller().claimedFrom())
			.isEqualTo("+14155550177");
		call.hangUp();
	}

}
