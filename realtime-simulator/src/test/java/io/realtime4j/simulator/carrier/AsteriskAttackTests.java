package io.realtime4j.simulator.carrier;

import java.util.Map;
import java.util.UUID;

import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for attacks on the port for Asterisk: nobody without a ticket has a session
 * opened, unless the address is trusted. Asterisk is told nothing but that a call is
 * over.
 */
class AsteriskAttackTests extends CarrierAttackTests {

	private static final int OVER = 1000;

	private static final int AUDIO_24_KHZ = 0x13;

	@Override
	CarrierApplication<?> startApplication(String startTimeout) {
		return CarrierApplication.asterisk(8000, "realtime.asterisk.max-calls-per-caller=1",
				"realtime.asterisk.start-timeout=" + startTimeout);
	}

	@Override
	AsteriskStream open(String from) {
		return carrier().newStream();
	}

	@Override
	AsteriskStream started(String from) {
		return (AsteriskStream) called(from).stream();
	}

	private SimulatedPhoneCall called(String from) {
		SimulatedPhoneCall call = carrier().call(from, "+1");
		application().await(PhoneCallStarted.class, call.callId());
		return call;
	}

	@Override
	int code(int closeCode) {
		return OVER;
	}

	@Override
	void sendNonsense(CarrierStream stream) {
		((AsteriskStream) stream).send(AsteriskStream.UUID_KIND, new byte[3]);
	}

	@Override
	void sendTooMuch(CarrierStream stream) {
		stream.media(new byte[0xffff], 0);
	}

	@Test
	void callWithoutATicketIsRefused() {
		AsteriskStream stream = open("+10");
		stream.start(UUID.randomUUID());
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(OVER);
	}

	@Test
	void ticketIsGoodOnce() {
		SimulatedPhoneCall first = called("+11");
		AsteriskStream second = open("+11");
		second.start(UUID.fromString(first.callId()));
		assertThat(second.awaitClose(PATIENCE)).isEqualTo(OVER);
		assertThat(first.stream().closeCode()).isNull();
		first.hangUp();
	}

	@Test
	void callAtAnotherRateEnds() {
		AsteriskStream stream = started("+12");
		stream.send(AUDIO_24_KHZ, new byte[960]);
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(OVER);
	}

	@Test
	void callerHasAsManyCallsAsMayBe() {
		SimulatedPhoneCall first = called("+13");
		SimulatedPhoneCall second = carrier().call("+13", "+1");
		assertThat(application().await(PhoneCallRefused.class, second.callId()).reason())
			.isEqualTo(PhoneCallRefused.Reason.BUSY);
		assertThat(second.awaitEnd(PATIENCE)).isEqualTo(OVER);
		first.hangUp();
	}

	@Test
	void trustedAddressNeedsNoTicket() {
		try (CarrierApplication<AsteriskCarrier> trusting = CarrierApplication.asterisk(8000,
				"realtime.asterisk.trusted-addresses=10.0.0.0/8,127.0.0.0/8",
				"realtime.asterisk.max-calls-per-caller=1")) {
			Map<String, UUID> calls = Map.of("first", UUID.randomUUID(), "second", UUID.randomUUID());
			calls.forEach((name, uuid) -> {
				trusting.carrier().newStream().start(uuid);
				assertThat(trusting.await(PhoneCallStarted.class, uuid.toString()).caller().claimedFrom()).isNull();
			});
		}
	}

	private AsteriskCarrier carrier() {
		return (AsteriskCarrier) application().carrier();
	}

}
