package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

import io.realtime4j.audio.Pcm;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.support.Sounds;
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
 * Tests for calls from Vonage, whose audio is PCM.
 */
class VonageCallTests extends MarkedCallTests {

	private static final int FRAME_MILLIS = 20;

	/**
	 * Bytes of a frame at the rate of the service.
	 */
	private static final int FRAME = 960;

	private static final Duration PATIENCE = CarrierApplication.PATIENCE;

	@Override
	CarrierApplication<VonageCarrier> startApplication() {
		return CarrierApplication.vonage(PAGES_HAVE_ONE_SESSION);
	}

	@Override
	String sessionFormat() {
		return "audio/pcm";
	}

	@Test
	void callThatTheApplicationEndsIsHungUp() {
		SimulatedPhoneCall call = call();
		assertThat(connected(call).hangUp()).succeedsWithin(PATIENCE).isEqualTo(PhoneCallEnd.HUNG_UP);
		assertThat(carrier().hangUps()).contains(call.callId());
	}

	@Test
	void callThatTheCallerEndsIsNotHungUp() {
		SimulatedPhoneCall call = call();
		call.hangUp();
		application().await(PhoneCallEnded.class, call.callId());
		assertThat(carrier().hangUps()).doesNotContain(call.callId());
	}

	@Test
	void callThatIsOverByItsEventEnds() {
		SimulatedPhoneCall call = call();
		SimulatedPhoneCall other = call();
		assertThat(carrier().tellEvent("completed", call.callId()).statusCode()).isEqualTo(204);
		assertThat(application().await(PhoneCallEnded.class, call.callId()).end()).isEqualTo(PhoneCallEnd.REMOTE);
		assertThat(call.awaitEnd(PATIENCE)).isEqualTo(1000);
		assertThat(other.stream().closeCode()).isNull();
		other.hangUp();
	}

	@Test
	void callWithoutCredentialsEndsWithItsStream() {
		try (CarrierApplication<VonageCarrier> other = CarrierApplication.vonageWithoutCredentials()) {
			SimulatedPhoneCall call = other.carrier().call("14155550123", "1");
			PhoneCall connected = other.await(PhoneCallStarted.class, call.callId()).call();
			assertThat(CarrierApplication.reason(connected.transfer(URI.create("tel:+14155550142"))))
				.isEqualTo(PhoneTransferException.Reason.NOT_SUPPORTED);
			connected.hangUp();
			assertThat(call.awaitEnd(PATIENCE)).isEqualTo(1000);
			assertThat(other.carrier().hangUps()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8000, 16_000, 24_000 })
	void everyRateSoundsTheSame(int sampleRate) {
		try (CarrierApplication<VonageCarrier> other = CarrierApplication
			.vonage("realtime.vonage.sample-rate=" + sampleRate)) {
			RealtimeSimulator simulator = other.simulator();
			simulator.nextResponse("Good evening, this is the front desk.");
			SimulatedPhoneCall call = other.carrier().call("14155550123", "1");
			call.speak(Pcm.of(24_000, Sounds.tone(24_000, 400))).join();
			Awaitility.await().atMost(PATIENCE).until(() -> peak(call.heard()) > 1000);
			assertThat(call.heard().sampleRate()).isEqualTo(sampleRate);
			assertThat(call.violations()).isEmpty();
			call.hangUp();
			assertThat(loudMillis(simulator.connections().get(0))).isBetween(380, 440);
		}
	}

	private static int loudMillis(SimulatorConnection connection) {
		byte[][] pieces = connection.received("input_audio_buffer.append")
			.stream()
			.map((event) -> Base64.getDecoder().decode(event.path("audio").asString("")))
			.toArray(byte[][]::new);
		byte[] audio = Sounds.join(pieces);
		int loud = 0;
		for (int from = 0; from + FRAME <= audio.length; from += FRAME) {
			loud += (Sounds.rms(Arrays.copyOfRange(audio, from, from + FRAME)) > 1000) ? FRAME_MILLIS : 0;
		}
		return loud;
	}

	private VonageCarrier carrier() {
		return (VonageCarrier) application().carrier();
	}

}
