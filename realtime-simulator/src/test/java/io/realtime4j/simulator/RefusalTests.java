package io.realtime4j.simulator;

import java.net.URI;
import java.util.Map;

import io.realtime4j.simulator.session.SessionRefusal;
import io.realtime4j.simulator.support.Recordings;
import io.realtime4j.simulator.support.TestClient;
import io.realtime4j.simulator.voice.ToneVoice;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTests {

	private static final Map<String, String> WRONG_KEY = Map.of("Authorization", "Bearer sk-wrong-key-9876543210");

	private final RealtimeSimulator simulator = RealtimeSimulator.builder()
		.voice(new ToneVoice())
		.apiKey("sk-right-key-0123456789")
		.refuseKeysAfterHandshake(true)
		.beta(false)
		.models("gpt-realtime")
		.start();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void wrongKeyIsRefusedAsRecorded() {
		ObjectNode error = refused("?model=gpt-realtime", WRONG_KEY, "3000 invalid_request_error.invalid_api_key");
		ObjectNode real = (ObjectNode) Recordings.received("probe-p10-bad-key").get(0).path("error");
		assertThat(error.deepCopy().without("message")).isEqualTo(real.deepCopy().without("message"));
		assertThat(Json.text(error, "message", "")).startsWith("Incorrect API key provided: ")
			.doesNotContain("sk-wrong");
	}

	@Test
	void missingKeyIsRefusedAsRecorded() {
		assertThat(refused("?model=gpt-realtime", Map.of(), "3000 invalid_request_error"))
			.isEqualTo(Recordings.received("probe-p10b-no-auth").get(0).path("error"));
	}

	@Test
	void betaIsRefusedAsRecorded() {
		Map<String, String> headers = Map.of("Authorization", "Bearer sk-right-key-0123456789", "OpenAI-Beta",
				"realtime=v1");
		assertThat(refused("?model=gpt-realtime", headers, "4000 invalid_request_error.beta_api_shape_disabled"))
			.isEqualTo(Recordings.received("probe-p8b-beta-header").get(0).path("error"));
	}

	@Test
	void missingModelIsRefusedAsRecorded() {
		assertThat(refused("", rightKey(), "4000 invalid_request_error.missing_model"))
			.isEqualTo(Recordings.received("probe-p11b-no-model").get(0).path("error"));
	}

	@Test
	void unknownModelIsRefused() {
		assertThat(refused("?model=gpt-nope", rightKey(), "4000 invalid_request_error.invalid_model").path("code")
			.asString()).isEqualTo("invalid_model");
	}

	@Test
	void sessionsAreRefusedAsScripted() {
		this.simulator.refuseSessions(1, new SessionRefusal(4003, "too_many_sessions", "Too many sessions."));
		ObjectNode error = refused("?model=gpt-realtime", rightKey(), "4003 invalid_request_error.too_many_sessions");
		assertThat(error.path("message").asString()).isEqualTo("Too many sessions.");
		try (TestClient client = TestClient.connect(this.simulator.url(), "?model=gpt-realtime", rightKey())) {
			client.await("session.created");
		}
	}

	private static Map<String, String> rightKey() {
		return Map.of("Authorization", "Bearer sk-right-key-0123456789");
	}

	private ObjectNode refused(String query, Map<String, String> headers, String close) {
		URI url = this.simulator.url();
		try (TestClient client = TestClient.connect(url, query, headers)) {
			ObjectNode error = (ObjectNode) client.await("error").path("error");
			assertThat(client.awaitClose()).isEqualTo(close);
			return error;
		}
	}

}
