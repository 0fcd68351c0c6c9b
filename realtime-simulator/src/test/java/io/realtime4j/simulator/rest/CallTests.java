package io.realtime4j.simulator.rest;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.support.RestCaller;
import io.realtime4j.simulator.support.TestClient;
import io.realtime4j.simulator.voice.ToneVoice;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String OFFER = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
			+ "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\na=mid:0\r\na=sendrecv\r\n"
			+ "a=rtpmap:111 opus/48000/2\r\n";

	private final RealtimeSimulator simulator = RealtimeSimulator.builder()
		.voice(new ToneVoice())
		.knownCallsOnly(true)
		.start();

	private final RestCaller rest = new RestCaller(this.simulator, "sk-test-0123456789");

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void acceptedCallIsJoinedFromTheSideUntilItIsHungUp() {
		SimulatedCall call = this.simulator.ring();
		assertThat(call.id()).startsWith("rtc_");
		assertThat(post(call, "accept", "{'type':'realtime','model':'gpt-realtime','instructions':'Be kind.'}"))
			.isEqualTo(200);
		call.awaitState(SimulatedCall.State.ACTIVE, SOON);
		try (TestClient client = TestClient.connect(this.simulator.url(), "?call_id=" + call.id(), Map.of())) {
			client.send("{'type':'session.update','session':{'type':'realtime','output_modalities':['text']}}");
			assertThat(client.await("session.updated").at("/session/instructions").asString()).isEqualTo("Be kind.");
			assertThat(client.all("session.created")).isEmpty();
			assertThat(post(call, "hangup", "")).isEqualTo(200);
			assertThat(client.awaitClose()).startsWith("1000");
		}
		assertThat(call.state()).isEqualTo(SimulatedCall.State.ENDED);
		assertThat(post(call, "hangup", "")).isEqualTo(404);
	}

	@Test
	void callIsRejectedOrReferred() {
		SimulatedCall busy = this.simulator.ring();
		assertThat(post(busy, "reject", "{'status_code':486}")).isEqualTo(200);
		assertThat(busy.rejectStatus()).isEqualTo(486);
		SimulatedCall declined = this.simulator.ring();
		assertThat(post(declined, "reject", "")).isEqualTo(200);
		assertThat(declined.rejectStatus()).isEqualTo(603);
		SimulatedCall referred = this.simulator.ring();
		assertThat(post(referred, "accept", "{'type':'realtime','model':'gpt-realtime'}")).isEqualTo(200);
		assertThat(post(referred, "refer", "{}")).isEqualTo(400);
		assertThat(post(referred, "refer", "{'target_uri':'tel:+14155550123'}")).isEqualTo(200);
		assertThat(referred.referredTo()).isEqualTo("tel:+14155550123");
		assertThat(this.simulator.calls()).containsExactly(busy, declined, referred);
	}

	@Test
	void badAcceptLeavesTheCallRinging() {
		SimulatedCall call = this.simulator.ring();
		assertThat(post(call, "accept", "{'type':'realtime','bogus':1}")).isEqualTo(400);
		assertThat(post(call, "dance", "{}")).isEqualTo(404);
		assertThat(call.state()).isEqualTo(SimulatedCall.State.RINGING);
	}

	@Test
	void unknownCallsCannotBeJoinedOrChanged() {
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> TestClient.connect(this.simulator.url(), "?call_id=rtc_unknown", Map.of()));
		HttpResponse<String> response = this.rest.post("/realtime/calls/rtc_unknown/hangup", "");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(RestCaller.error(response).path("code").asString()).isEqualTo("call_id_not_found");
	}

	@Test
	void offerIsAnsweredAndItsCallJoined() {
		HttpResponse<String> response = this.rest.post("/realtime/calls", "application/sdp", OFFER);
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/sdp"));
		assertThat(response.body()).startsWith("v=0\r\n")
			.contains("m=audio 9 UDP/TLS/RTP/SAVPF 111", "a=setup:active", "a=mid:0")
			.doesNotContain("a=ice-ufrag:abcd");
		String location = response.headers().firstValue("Location").orElseThrow();
		String callId = location.substring(location.lastIndexOf('/') + 1);
		assertThat(location).isEqualTo("/v1/realtime/calls/" + callId);
		try (TestClient client = TestClient.connect(this.simulator.url(), "?call_id=" + callId, Map.of())) {
			client.send("{'type':'response.create','response':{'output_modalities':['text']}}");
			client.await("response.done");
		}
	}

	@Test
	void offerComesWithItsSession() {
		String body = "--x\r\nContent-Disposition: form-data; name=\"sdp\"\r\nContent-Type: application/sdp\r\n\r\n"
				+ OFFER + "\r\n--x\r\nContent-Disposition: form-data; name=\"session\"\r\n"
				+ "Content-Type: application/json\r\n\r\n{\"type\":\"realtime\",\"model\":\"gpt-realtime\","
				+ "\"instructions\":\"Be kind.\"}\r\n--x--\r\n";
		HttpResponse<String> response = this.rest.post("/realtime/calls", "multipart/form-data; boundary=x", body);
		assertThat(response.statusCode()).isEqualTo(201);
		SimulatedCall call = this.simulator.calls().get(0);
		assertThat(call.session())
			.isEqualTo(Json.parse("{\"type\":\"realtime\",\"model\":\"gpt-realtime\",\"instructions\":\"Be kind.\"}"));
	}

	@Test
	void badOfferIsRefused() {
		assertThat(this.rest.post("/realtime/calls", "application/sdp", "nonsense").statusCode()).isEqualTo(400);
		assertThat(this.simulator.calls()).isEmpty();
	}

	private int post(SimulatedCall call, String verb, String json) {
		return this.rest.post("/realtime/calls/" + call.id() + "/" + verb, json).statusCode();
	}

}
