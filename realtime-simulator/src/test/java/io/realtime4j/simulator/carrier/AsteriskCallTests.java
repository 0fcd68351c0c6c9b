package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallEnd;
import io.realtime4j.spring.phone.PhoneCallEnded;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.PhoneTransferException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls from Asterisk, which has neither a queue nor marks.
 */
class AsteriskCallTests extends CarrierCallTests {

	private static final int ERROR_KIND = 0xff;

	@Override
	CarrierApplication<?> startApplication() {
		List<String> properties = new ArrayList<>(List.of(PAGES_HAVE_ONE_SESSION));
		properties.add("realtime.asterisk.dial-plan-transfers=true");
		return CarrierApplication.asterisk(8000, properties.toArray(String[]::new));
	}

	@Override
	String sessionFormat() {
		return "audio/pcm";
	}

	@Override
	int clears() {
		return 0;
	}

	// What was sent counts as heard: nothing takes it back, but it is on its way
	@Override
	void awaitHeard(SimulatedPhoneCall call, long millis) {
		call.awaitHeard(Duration.ofMillis(millis), CarrierApplication.PATIENCE);
	}

	@Test
	void callThatAsteriskGivesUpEnds() {
		SimulatedPhoneCall call = call();
		((AsteriskStream) call.stream()).send(ERROR_KIND, new byte[] { 1 });
		assertThat(application().await(PhoneCallEnded.class, call.callId()).end()).isEqualTo(PhoneCallEnd.REMOTE);
		assertThat(call.awaitEnd(CarrierApplication.PATIENCE)).isEqualTo(1000);
	}

	@ParameterizedTest
	@ValueSource(ints = { 16_000, 24_000 })
	void everyRateIsHeardAndSpoken(int sampleRate) {
		try (CarrierApplication<AsteriskCarrier> other = CarrierApplication.asterisk(sampleRate)) {
			RealtimeSimulator simulator = other.simulator();
			simulator.nextResponse("Good evening, this is the front desk.");
			SimulatedPhoneCall call = other.carrier().call("+14155550123", "1");
			call.speak(tone(400)).join();
			Awaitility.await().atMost(CarrierApplication.PATIENCE).until(() -> peak(call.heard()) > 1000);
			assertThat(call.heard().sampleRate()).isEqualTo(sampleRate);
			assertThat(call.violations()).isEmpty();
			PhoneCall connected = other.await(PhoneCallStarted.class, call.callId()).call();
			assertThat(CarrierApplication.reason(connected.transfer(URI.create("tel:+14155550142"))))
				.isEqualTo(PhoneTransferException.Reason.NOT_SUPPORTED);
			call.hangUp();
		}
	}

}
