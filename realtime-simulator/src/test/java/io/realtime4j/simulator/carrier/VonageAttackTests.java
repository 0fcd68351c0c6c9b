package io.realtime4j.simulator.carrier;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for attacks on the endpoints of Vonage: nobody but Vonage has a session opened.
 */
class VonageAttackTests extends CarrierAttackTests {

	private static final String VOICE = "/realtime/vonage/voice";

	private static final String EVENTS = "/realtime/vonage/events";

	private static final String MEDIA = "wss://voice.example.com/realtime/vonage/media";

	@Override
	CarrierApplication<?> startApplication(String startTimeout) {
		return CarrierApplication.vonage("realtime.vonage.max-calls-per-caller=1",
				"realtime.vonage.start-timeout=" + startTimeout);
	}

	@Override
	VonageStream open(String from) {
		return connected(answered(UUID.randomUUID().toString(), from));
	}

	@Override
	VonageStream started(String from) {
		return started(UUID.randomUUID().toString(), from);
	}

	@Test
	void unsignedWebhookIsRefused() {
		String call = VonageCarrier.call(UUID.randomUUID().toString(), "+10", "+1");
		VonageTokens tokens = carrier().tokens();
		String signed = tokens.authorization(call);
		for (String path : new String[] { VOICE, EVENTS }) {
			assertThat(carrier().tell(path, call, null).statusCode()).isEqualTo(401);
			assertThat(carrier().tell(path, call, "Bearer AAAA").statusCode()).isEqualTo(401);
			assertThat(carrier().tell(path, call.replace("+10", "+11"), signed).statusCode()).isEqualTo(401);
			ObjectNode claims = tokens.claims(call);
			assertThat(carrier().tell(path, call, "Bearer " + tokens.sign("{\"alg\":\"none\"}", claims)).statusCode())
				.isEqualTo(401);
			assertThat(carrier().tell(path, call, "Bearer " + tokens.sign(at(claims, -302))).statusCode())
				.isEqualTo(401);
			assertThat(carrier().tell(path, call, "Bearer " + tokens.sign(at(claims, 310))).statusCode())
				.isEqualTo(401);
			VonageTokens others = new VonageTokens(tokens.secret(), UUID.randomUUID().toString());
			assertThat(carrier().tell(path, call, others.authorization(call)).statusCode()).isEqualTo(401);
		}
		assertThat(carrier().tell(VOICE, call, signed).statusCode()).isEqualTo(200);
	}

	private static ObjectNode at(ObjectNode claims, long seconds) {
		return claims.deepCopy().put("iat", Instant.now().getEpochSecond() + seconds);
	}

	@Test
	void webhookThatIsNoneIsRefused() {
		for (String path : new String[] { VOICE, EVENTS }) {
			assertThat(carrier().tell(path, "{\"uuid\":\"../../other\"}").statusCode()).isEqualTo(400);
			assertThat(carrier().tell(path, "no json").statusCode()).isEqualTo(400);
			assertThat(carrier().tell(path, "[]").statusCode()).isEqualTo(400);
			assertThat(carrier().tell(path, "{\"x\":\"" + "x".repeat(64 * 1024) + "\"}").statusCode()).isEqualTo(413);
		}
		assertThat(carrier().tell(VOICE, "{}").statusCode()).isEqualTo(400);
	}

	@Test
	void eventThatIsRepeatedOrOfNoInterestEndsNothing() {
		String callId = UUID.randomUUID().toString();
		String event = VonageCarrier.event("completed", callId);
		String authorization = carrier().tokens().authorization(event);
		assertThat(carrier().tell(EVENTS, event, authorization).statusCode()).isEqualTo(204);
		VonageStream stream = started(callId, "+12");
		assertThat(carrier().tell(EVENTS, event, authorization).statusCode()).isEqualTo(204);
		assertThat(carrier().tellEvent("answered", callId).statusCode()).isEqualTo(204);
		assertThat(carrier().tellEvent("failed", callId).statusCode()).isEqualTo(204);
		assertThat(carrier().tell(EVENTS, "{\"reason\":\"Syntax error\\nFAKE\"}").statusCode()).isEqualTo(204);
		started("+13").stop();
		assertThat(stream.closeCode()).isNull();
		stream.stop();
	}

	@Test
	void streamWithoutTicketIsRefused() {
		JsonNode endpoint = answered(UUID.randomUUID().toString(), "+14");
		String authorization = VonageCarrier.authorization(endpoint);
		assertThat(authorization).isNotNull();
		assertThat(status(endpoint, MEDIA, null)).isEqualTo(403);
		assertThat(status(endpoint, MEDIA, "Bearer AAAA")).isEqualTo(403);
		assertThat(status(endpoint, MEDIA, "Bearer " + "x".repeat(4001))).isEqualTo(403);
		assertThat(status(endpoint, MEDIA, authorization.replace("Bearer", "Basic"))).isEqualTo(403);
		assertThat(status(endpoint, MEDIA, altered(authorization, "+14", "+15"))).isEqualTo(403);
		assertThat(status(endpoint, MEDIA, carrier().tokens().authorization(""))).isEqualTo(403);
		assertThat(status(endpoint, MEDIA + "?a=b", authorization)).isEqualTo(403);
		assertThat(status(endpoint, MEDIA, authorization)).isEqualTo(101);
	}

	@Test
	void ticketIsGoodOnce() {
		String callId = UUID.randomUUID().toString();
		JsonNode endpoint = answered(callId, "+16");
		VonageStream first = connected(endpoint);
		first.start(Map.of());
		application().await(PhoneCallStarted.class, callId);
		VonageStream second = connected(endpoint);
		second.start(Map.of());
		assertThat(second.awaitClose(PATIENCE)).isEqualTo(1008);
		assertThat(first.closeCode()).isNull();
		first.stop();
	}

	@Test
	void replayedWebhookOpensNoSecondSession() {
		String callId = UUID.randomUUID().toString();
		String call = VonageCarrier.call(callId, "+17", "+1");
		String authorization = carrier().tokens().authorization(call);
		VonageStream first = connected(endpoint(carrier().tell(VOICE, call, authorization)));
		first.start(Map.of());
		application().await(PhoneCallStarted.class, callId);
		VonageStream second = connected(answered(callId, "+18"));
		second.start(Map.of());
		assertThat(second.awaitClose(PATIENCE)).isEqualTo(1008);
		assertThat(carrier().tell(VOICE, call, authorization).body()).isEqualTo("[]");
		first.stop();
	}

	@Test
	void headersOfTheNccoDoNotForgeParameters() {
		String callId = UUID.randomUUID().toString();
		VonageStream stream = connected(answered(callId, "+19"));
		stream.start(Map.of("to", "+999", "language", "en", "realtime4j-from", "+998"));
		PhoneCallStarted started = application().await(PhoneCallStarted.class, callId);
		assertThat(started.caller().claimedFrom()).isEqualTo("+19");
		assertThat(started.caller().parameters()).containsEntry("to", "+1").containsEntry("language", "en");
		stream.stop();
	}

	@Test
	void callWhoseAudioIsOfAnotherRateEnds() {
		String callId = UUID.randomUUID().toString();
		JsonNode endpoint = answered(callId, "+40");
		ObjectNode other = ((ObjectNode) endpoint.deepCopy()).put("content-type", "audio/l16;rate=8000");
		VonageStream stream = connected(other);
		stream.start(Map.of());
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(1003);
	}

	@Test
	void callerHasAsManyCallsAsMayBe() {
		SimulatedPhoneCall first = carrier().call("+22", "+1");
		application().await(PhoneCallStarted.class, first.callId());
		SimulatedPhoneCall second = carrier().call("+22", "+1");
		assertThat(second.refusal()).isEqualTo("200: []");
		assertThat(application().await(PhoneCallRefused.class, second.callId()).reason())
			.isEqualTo(PhoneCallRefused.Reason.BUSY);
		SimulatedPhoneCall other = carrier().call("+23", "+1");
		assertThat(other.refusal()).isNull();
		first.hangUp();
		other.hangUp();
	}

	private JsonNode answered(String callId, String from) {
		return endpoint(carrier().tell(VOICE, VonageCarrier.call(callId, from, "+1")));
	}

	private static JsonNode endpoint(HttpResponse<String> answer) {
		JsonNode endpoint = VonageCarrier.endpoint(answer);
		assertThat(endpoint).as(answer.statusCode() + ": " + answer.body()).isNotNull();
		return endpoint;
	}

	private VonageStream started(String callId, String from) {
		VonageStream stream = connected(answered(callId, from));
		stream.start(Map.of());
		application().await(PhoneCallStarted.class, callId);
		return stream;
	}

	private VonageStream connected(JsonNode endpoint) {
		VonageStream stream = carrier().newStream(UUID.randomUUID().toString(), endpoint);
		assertThat(stream.connect(carrier().client(), carrier().local(MEDIA), VonageCarrier.authorization(endpoint)))
			.isEqualTo(101);
		return stream;
	}

	private int status(JsonNode endpoint, String url, @Nullable String authorization) {
		return carrier().newStream(UUID.randomUUID().toString(), endpoint)
			.connect(carrier().client(), carrier().local(url), authorization);
	}

	private static String altered(String authorization, String from, String to) {
		String token = authorization.substring("Bearer ".length());
		String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
		assertThat(text).contains(from);
		return "Bearer " + Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
	}

	private VonageCarrier carrier() {
		return (VonageCarrier) application().carrier();
	}

}
