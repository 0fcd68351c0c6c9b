package io.realtime4j.simulator.carrier;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for attacks on the WebSockets for Asterisk: nobody without a ticket or the
 * password has a session opened.
 */
class AsteriskWebSocketAttackTests extends CarrierAttackTests {

	@Override
	CarrierApplication<?> startApplication(String startTimeout) {
		return CarrierApplication.asteriskWebSocket("ulaw", "realtime.asterisk.max-calls-per-caller=1",
				"realtime.asterisk.start-timeout=" + startTimeout);
	}

	@Override
	AsteriskWebSocketStream open(String from) {
		return opened(carrier().ticket(from, "+1"));
	}

	@Override
	AsteriskWebSocketStream started(String from) {
		return (AsteriskWebSocketStream) called(from).stream();
	}

	private SimulatedPhoneCall called(String from) {
		SimulatedPhoneCall call = carrier().call(from, "+1");
		assertThat(call.refusal()).isNull();
		application().await(PhoneCallStarted.class, call.callId());
		return call;
	}

	private AsteriskWebSocketStream opened(UUID ticket) {
		AsteriskWebSocketStream stream = carrier().newStream();
		assertThat(carrier().connect(stream, "ticket=" + ticket, null)).isEqualTo(101);
		return stream;
	}

	@Test
	void streamWithoutATicketIsRefused() {
		UUID ticket = carrier().ticket("+10", "+1");
		assertThat(status(null)).isEqualTo(403);
		assertThat(status("ticket=" + UUID.randomUUID())).isEqualTo(403);
		assertThat(status("ticket=" + ticket + "&x=y")).isEqualTo(403);
		assertThat(status("ticket=" + ticket)).isEqualTo(101);
	}

	@Test
	void ticketIsGoodOnce() {
		UUID ticket = carrier().ticket("+11", "+1");
		AsteriskWebSocketStream first = opened(ticket);
		AsteriskWebSocketStream second = opened(ticket);
		first.start("ulaw");
		application().await(PhoneCallStarted.class, ticket.toString());
		second.start("ulaw");
		assertThat(second.awaitClose(PATIENCE)).isEqualTo(1008);
		assertThat(status("ticket=" + ticket)).isEqualTo(403);
		assertThat(first.closeCode()).isNull();
		first.close();
	}

	@Test
	void callWhoseAudioSessionsDoNotSpeakEnds() {
		AsteriskWebSocketStream stream = open("+12");
		stream.start("opus");
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(1003);
	}

	@Test
	void callerHasAsManyCallsAsMayBe() {
		SimulatedPhoneCall first = called("+13");
		SimulatedPhoneCall second = carrier().call("+13", "+1");
		assertThat(application().await(PhoneCallRefused.class, second.callId()).reason())
			.isEqualTo(PhoneCallRefused.Reason.BUSY);
		assertThat(second.awaitEnd(PATIENCE)).isEqualTo(1008);
		first.hangUp();
	}

	@Test
	void passwordLetsCallsInWithoutATicket() {
		try (CarrierApplication<AsteriskWebSocketCarrier> other = CarrierApplication.asteriskWebSocket("ulaw",
				"realtime.asterisk.websocket.password=secret")) {
			AsteriskWebSocketCarrier carrier = other.carrier();
			assertThat(carrier.connect(carrier.newStream(), null, null)).isEqualTo(403);
			assertThat(carrier.connect(carrier.newStream(), null, basic("asterisk:wrong"))).isEqualTo(403);
			assertThat(carrier.connect(carrier.newStream(), null, basic("asterisk:secret"))).isEqualTo(101);
		}
	}

	private static String basic(String credentials) {
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	private int status(@Nullable String query) {
		return carrier().connect(carrier().newStream(), query, null);
	}

	private AsteriskWebSocketCarrier carrier() {
		return (AsteriskWebSocketCarrier) application().carrier();
	}

}
