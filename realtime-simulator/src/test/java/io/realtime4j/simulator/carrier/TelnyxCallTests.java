package io.realtime4j.simulator.carrier;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.spring.phone.PhoneCallEnd;
import io.realtime4j.spring.phone.PhoneCallEnded;
import io.realtime4j.spring.phone.PhoneCallRefused;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls from Telnyx, which go on until somebody hangs up.
 */
class TelnyxCallTests extends MarkedCallTests {

	@Override
	CarrierApplication<TelnyxCarrier> startApplication() {
		return CarrierApplication.telnyx(PAGES_HAVE_ONE_SESSION);
	}

	@Test
	void callThatTheApplicationEndsIsHungUp() {
		SimulatedPhoneCall call = call();
		assertThat(connected(call).hangUp()).succeedsWithin(CarrierApplication.PATIENCE)
			.isEqualTo(PhoneCallEnd.HUNG_UP);
		assertThat(leg(call).commands()).containsExactly("answer", "hangup");
		Awaitility.await().atMost(CarrierApplication.PATIENCE).until(leg(call)::isOver);
	}

	@Test
	void callThatTheCallerEndsIsNotHungUp() {
		SimulatedPhoneCall call = call();
		call.hangUp();
		assertThat(application().await(PhoneCallEnded.class, call.callId()).end()).isEqualTo(PhoneCallEnd.REMOTE);
		assertThat(leg(call).requests()).containsExactly("answer");
	}

	@Test
	void callWhoseStreamIsLostIsHungUp() {
		SimulatedPhoneCall call = call();
		call.stream().close();
		assertThat(application().await(PhoneCallEnded.class, call.callId()).end()).isEqualTo(PhoneCallEnd.REMOTE);
		assertThat(leg(call).commands()).containsExactly("answer", "hangup");
	}

	@Test
	void callWithoutASessionIsHungUp() {
		SimulatedPhoneCall call = carrier().call("+666", "+1");
		assertThat(application().await(PhoneCallRefused.class, call.callId()).reason())
			.isEqualTo(PhoneCallRefused.Reason.FAILED);
		leg(call).awaitCommand("hangup", CarrierApplication.PATIENCE);
	}

	@Test
	void callThatWasTransferredIsNotHungUpWhenItsStreamEnds() {
		SimulatedPhoneCall call = call();
		assertThat(transfer(call)).succeedsWithin(CarrierApplication.PATIENCE);
		call.awaitEnd(CarrierApplication.PATIENCE);
		carrier().tell(carrier().event("streaming.stopped", leg(call)));
		awaitHangUpOfASilentCall();
		assertThat(leg(call).requests()).containsExactly("answer", "transfer");
		assertThat(leg(call).isOver()).isFalse();
	}

	@Test
	void callThatWasTransferredInVainIsHungUp() {
		SimulatedPhoneCall call = call();
		assertThat(transfer(call)).succeedsWithin(CarrierApplication.PATIENCE);
		TelnyxLeg target = carrier().newLeg("+14155550123", "+14155550142");
		target.setClientState(leg(call).awaitTargetState(CarrierApplication.PATIENCE));
		carrier().tell(carrier().event("call.hangup", target));
		leg(call).awaitCommand("hangup", CarrierApplication.PATIENCE);
	}

	@Test
	void callThatTheApplicationTransfersByItselfGoesOn() {
		SimulatedPhoneCall call = call();
		carrier().tell(carrier().event("call.bridged", leg(call)));
		assertThat(application().await(PhoneCallEnded.class, call.callId()).end()).isEqualTo(PhoneCallEnd.TRANSFERRED);
		call.awaitEnd(CarrierApplication.PATIENCE);
		carrier().tell(carrier().event("streaming.stopped", leg(call)));
		awaitHangUpOfASilentCall();
		assertThat(leg(call).requests()).containsExactly("answer");
	}

	// Those that became silent before it have been asked about before it
	private void awaitHangUpOfASilentCall() {
		TelnyxLeg silent = carrier().newLeg("+14155550123", "+14155550199");
		carrier().tell(carrier().event("streaming.stopped", silent));
		silent.awaitCommand("hangup", CarrierApplication.PATIENCE);
	}

	@Test
	void callsInALawAreSpokenInALaw() {
		try (CarrierApplication<TelnyxCarrier> other = CarrierApplication.telnyx("realtime.telnyx.codec=pcma")) {
			RealtimeSimulator simulator = other.simulator();
			simulator.nextResponse("Good evening, this is the front desk.");
			SimulatedPhoneCall call = other.carrier().call("+14155550123", "+1");
			call.speak(tone(400)).join();
			Awaitility.await().atMost(CarrierApplication.PATIENCE).until(() -> peak(call.heard()) > 1000);
			JsonNode audio = simulator.connections()
				.get(0)
				.awaitReceived("session.update", CarrierApplication.PATIENCE)
				.path("session")
				.path("audio");
			assertThat(audio.path("input").path("format").path("type").asString("")).isEqualTo("audio/pcma");
			assertThat(audio.path("output").path("format").path("type").asString("")).isEqualTo("audio/pcma");
			call.hangUp();
		}
	}

	private TelnyxLeg leg(SimulatedPhoneCall call) {
		return carrier().leg(call.callId());
	}

	private TelnyxCarrier carrier() {
		return (TelnyxCarrier) application().carrier();
	}

}
