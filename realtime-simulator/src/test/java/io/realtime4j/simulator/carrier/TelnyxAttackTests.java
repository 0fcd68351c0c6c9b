package io.realtime4j.simulator.carrier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for attacks on the endpoints of Telnyx: nobody but Telnyx has a session opened,
 * and no call is left silent.
 */
class TelnyxAttackTests extends MediaAttackTests {

	private static final String MEDIA = "wss://voice.example.com/realtime/telnyx/media";

	@Override
	CarrierApplication<?> startApplication(String startTimeout) {
		CarrierApplication<TelnyxCarrier> application = CarrierApplication
			.telnyx("realtime.telnyx.max-calls-per-caller=1", "realtime.telnyx.start-timeout=" + startTimeout);
		application.carrier().setByHand(true);
		return application;
	}

	@BeforeEach
	void openStreamsByHand() {
		carrier().setByHand(true);
	}

	@Override
	TelnyxStream open(String from) {
		TelnyxLeg leg = answered(from);
		return connected(leg, token(leg));
	}

	@Override
	TelnyxStream started(String from) {
		return started(answered(from));
	}

	@Test
	void unsignedWebhookIsRefused() {
		TelnyxLeg leg = carrier().newLeg("+10", "+1");
		String event = carrier().event("call.initiated", leg);
		String now = String.valueOf(Instant.now().getEpochSecond());
		String signature = carrier().sign(now, event);
		assertThat(carrier().tell(event, now, null).statusCode()).isEqualTo(401);
		assertThat(carrier().tell(event, now, "AAAA").statusCode()).isEqualTo(401);
		assertThat(carrier().tell(event.replace("+10", "+11"), now, signature).statusCode()).isEqualTo(401);
		String late = String.valueOf(Instant.now().getEpochSecond() - 302);
		assertThat(carrier().tell(event, late, carrier().sign(late, event)).statusCode()).isEqualTo(401);
		String early = String.valueOf(Instant.now().getEpochSecond() + 310);
		assertThat(carrier().tell(event, early, carrier().sign(early, event)).statusCode()).isEqualTo(401);
		assertThat(carrier().tell(event, now, signature).statusCode()).isEqualTo(204);
	}

	@Test
	void webhookThatIsNoneIsRefused() {
		TelnyxLeg leg = carrier().newLeg("+11", "+1");
		String event = carrier().event("call.initiated", leg);
		assertThat(carrier().tell(event.replace(leg.callId(), "../../other")).statusCode()).isEqualTo(400);
		assertThat(carrier().tell("no json").statusCode()).isEqualTo(400);
		assertThat(carrier().tell("{}").statusCode()).isEqualTo(400);
		assertThat(carrier().tell("{\"x\":\"" + "x".repeat(64 * 1024) + "\"}").statusCode()).isEqualTo(413);
	}

	@Test
	void webhookThatIsRepeatedOrOfNoInterestAnswersNothing() {
		TelnyxLeg leg = carrier().newLeg("+12", "+1");
		String event = carrier().event("call.initiated", leg);
		assertThat(carrier().tell(event).statusCode()).isEqualTo(204);
		leg.awaitAnswer(PATIENCE);
		assertThat(carrier().tell(event).statusCode()).isEqualTo(204);
		TelnyxLeg outgoing = carrier().newLeg("+12", "+1");
		String dialed = carrier().event("call.initiated", outgoing).replace("incoming", "outgoing");
		assertThat(carrier().tell(dialed).statusCode()).isEqualTo(204);
		assertThat(carrier().tell(carrier().event("call.answered", outgoing)).statusCode()).isEqualTo(204);
		answered("+13");
		assertThat(leg.requests()).containsExactly("answer");
		assertThat(outgoing.requests()).isEmpty();
	}

	@Test
	void streamWithoutTicketIsRefused() {
		TelnyxLeg leg = answered("+14");
		String token = token(leg);
		assertThat(status(leg, MEDIA, null)).isEqualTo(403);
		assertThat(status(leg, MEDIA, "AAAA")).isEqualTo(403);
		assertThat(status(leg, MEDIA, "x".repeat(4001))).isEqualTo(403);
		assertThat(status(leg, MEDIA, altered(token, "+14", "+15"))).isEqualTo(403);
		assertThat(status(leg, MEDIA + "?a=b", token)).isEqualTo(403);
		assertThat(status(leg, MEDIA, token)).isEqualTo(101);
	}

	@Test
	void ticketIsGoodOnceAndACallThatGoesOnIsNotHungUp() {
		TelnyxLeg leg = answered("+16");
		TelnyxStream first = started(leg);
		TelnyxStream second = connected(leg, token(leg));
		second.start("+16", "+1");
		assertThat(second.awaitClose(PATIENCE)).isEqualTo(1008);
		answered("+17");
		assertThat(first.closeCode()).isNull();
		assertThat(leg.requests()).containsExactly("answer");
		first.stop();
	}

	@Test
	void ticketIsGoodForItsCallOnly() {
		TelnyxLeg leg = answered("+18");
		TelnyxLeg other = answered("+19");
		TelnyxStream stream = connected(other, token(leg));
		stream.start("+19", "+1");
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(1008);
		leg.awaitCommand("hangup", PATIENCE);
		assertThat(other.requests()).containsExactly("answer");
	}

	@Test
	void callWhoseAudioHasAnotherCodecIsHungUp() {
		TelnyxLeg leg = answered("+40");
		TelnyxStream stream = carrier().newStream(leg, LineCodec.PCMA);
		assertThat(stream.connect(carrier().client(), carrier().local(MEDIA), token(leg))).isEqualTo(101);
		stream.start("+40", "+1");
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(1003);
		leg.awaitCommand("hangup", PATIENCE);
	}

	@Test
	void callWhoseStreamDoesNotStartFirstIsHungUp() {
		TelnyxLeg leg = answered("+41");
		TelnyxStream stream = connected(leg, token(leg));
		stream.key('1');
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(1008);
		leg.awaitCommand("hangup", PATIENCE);
	}

	@Test
	void callThatMisbehavesIsHungUp() {
		TelnyxLeg leg = answered("+42");
		TelnyxStream stream = started(leg);
		stream.send("no json");
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(1007);
		leg.awaitCommand("hangup", PATIENCE);
	}

	@Test
	void callWhoseStreamCannotBeOpenedIsHungUp() {
		TelnyxLeg leg = answered("+43");
		assertThat(carrier().tell(carrier().event("streaming.failed", leg)).statusCode()).isEqualTo(204);
		leg.awaitCommand("hangup", PATIENCE);
	}

	@Test
	void callWhoseStreamHasEndedOnAnotherNodeIsHungUp() {
		TelnyxLeg leg = answered("+44");
		assertThat(carrier().tell(carrier().event("streaming.stopped", leg)).statusCode()).isEqualTo(204);
		leg.awaitCommand("hangup", PATIENCE);
	}

	@Test
	void callerHasAsManyCallsAsMayBe() {
		carrier().setByHand(false);
		SimulatedPhoneCall first = carrier().call("+22", "+1");
		application().await(PhoneCallStarted.class, first.callId());
		SimulatedPhoneCall second = carrier().call("+22", "+1");
		assertThat(second.refusal()).isEqualTo("USER_BUSY");
		assertThat(application().await(PhoneCallRefused.class, second.callId()).reason())
			.isEqualTo(PhoneCallRefused.Reason.BUSY);
		SimulatedPhoneCall other = carrier().call("+23", "+1");
		assertThat(other.refusal()).isNull();
		first.hangUp();
		other.hangUp();
	}

	private TelnyxLeg answered(String from) {
		TelnyxLeg leg = carrier().newLeg(from, "+1");
		assertThat(carrier().tell(carrier().event("call.initiated", leg)).statusCode()).isEqualTo(204);
		leg.awaitAnswer(PATIENCE);
		return leg;
	}

	private static String token(TelnyxLeg leg) {
		return leg.awaitAnswer(PATIENCE).path("stream_auth_token").asString("");
	}

	private TelnyxStream started(TelnyxLeg leg) {
		TelnyxStream stream = connected(leg, token(leg));
		stream.start(leg.from(), leg.to());
		application().await(PhoneCallStarted.class, leg.callId());
		return stream;
	}

	private TelnyxStream connected(TelnyxLeg leg, String token) {
		TelnyxStream stream = carrier().newStream(leg, LineCodec.PCMU);
		assertThat(stream.connect(carrier().client(), carrier().local(MEDIA), token)).isEqualTo(101);
		return stream;
	}

	private int status(TelnyxLeg leg, String url, @Nullable String token) {
		return carrier().newStream(leg, LineCodec.PCMU).connect(carrier().client(), carrier().local(url), token);
	}

	private static String altered(String token, String from, String to) {
		byte[] content = Base64.getUrlDecoder().decode(token);
		String text = new String(content, StandardCharsets.UTF_8);
		assertThat(text).contains(from);
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
	}

	private TelnyxCarrier carrier() {
		return (TelnyxCarrier) application().carrier();
	}

}
