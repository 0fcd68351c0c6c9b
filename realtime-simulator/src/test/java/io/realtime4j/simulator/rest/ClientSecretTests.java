package io.realtime4j.simulator.rest;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.session.SessionRequest;
import io.realtime4j.simulator.support.ManualTimeline;
import io.realtime4j.simulator.support.Recordings;
import io.realtime4j.simulator.support.RestCaller;
import io.realtime4j.simulator.support.TestClient;
import io.realtime4j.simulator.voice.ToneVoice;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClientSecretTests {

	private static final String KEY = "sk-right-key-0123456789";

	private final RealtimeSimulator simulator = RealtimeSimulator.builder().voice(new ToneVoice()).apiKey(KEY).start();

	private final RestCaller rest = new RestCaller(this.simulator, KEY);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void secretOpensTheSessionThatItIsBoundTo() {
		ObjectNode secret = this.rest.postJson("/realtime/client_secrets",
				"{'session':{'type':'realtime','model':'gpt-realtime-2','instructions':'Be kind.'}}");
		assertThat(Json.text(secret, "value")).startsWith("ek_");
		assertThat(secret.path("expires_at").asLong()).isBetween(Instant.now().getEpochSecond() + 590,
				Instant.now().getEpochSecond() + 600);
		assertThat(secret.at("/session/instructions").asString()).isEqualTo("Be kind.");
		String key = Json.text(secret, "value", "");
		try (TestClient client = TestClient.connect(this.simulator.url(), "", Map.of(), "realtime",
				"openai-insecure-api-key." + key)) {
			JsonNode session = client.await("session.created").path("session");
			assertThat(session.path("model").asString()).isEqualTo("gpt-realtime-2");
			assertThat(session.path("instructions").asString()).isEqualTo("Be kind.");
		}
	}

	@Test
	void answerHasTheMembersOfTheSpecification() {
		ObjectNode example = Recordings.example("RealtimeCreateClientSecretResponse");
		ObjectNode secret = this.rest.postJson("/realtime/client_secrets", "{'session':{'type':'realtime'}}");
		assertThat(secret.propertyNames()).containsExactlyInAnyOrderElementsOf(example.propertyNames());
		assertThat(secret.path("session").propertyNames())
			.containsExactlyInAnyOrderElementsOf(example.path("session").propertyNames());
	}

	@Test
	void translationSecretHasTheMembersOfTheSpecification() {
		ObjectNode example = Recordings.example("RealtimeTranslationClientSecretCreateResponse");
		ObjectNode secret = this.rest.postJson("/realtime/translations/client_secrets",
				"{'session':{'model':'gpt-realtime-translate','audio':{'output':{'language':'es'}}}}");
		assertThat(secret.propertyNames()).containsExactlyInAnyOrderElementsOf(example.propertyNames());
		assertThat(secret.path("session").propertyNames())
			.containsExactlyInAnyOrderElementsOf(example.path("session").propertyNames());
		assertThat(secret.at("/session/audio/output/language").asString()).isEqualTo("es");
	}

	@Test
	void transcriptionSecretOpensATranscriptionSession() {
		ObjectNode secret = this.rest.postJson("/realtime/client_secrets", "{'session':{'type':'transcription'}}");
		try (TestClient client = TestClient.connect(this.simulator.url(), "",
				Map.of("Authorization", "Bearer " + Json.text(secret, "value")))) {
			assertThat(client.await("session.created").at("/session/type").asString()).isEqualTo("transcription");
		}
	}

	@Test
	void betaSessionIsFlatAndHoldsItsSecret() {
		ObjectNode session = this.rest.postJson("/realtime/sessions",
				"{'model':'gpt-4o-realtime','modalities':['text'],'instructions':'Be kind.','temperature':0.7}");
		assertThat(session.path("modalities")).hasSize(1);
		assertThat(session.path("model").asString()).isEqualTo("gpt-4o-realtime");
		assertThat(session.path("temperature").asDouble()).isEqualTo(0.7);
		assertThat(session.at("/client_secret/value").asString()).startsWith("ek_");
		ObjectNode transcription = this.rest.postJson("/realtime/transcription_sessions",
				"{'input_audio_transcription':{'model':'gpt-4o-transcribe'}}");
		assertThat(transcription.path("object").asString()).isEqualTo("realtime.transcription_session");
		assertThat(transcription.at("/client_secret/value").asString()).startsWith("ek_");
	}

	@Test
	void badRequestsAreRefusedWithTheNumberOfTheRequest() {
		HttpResponse<String> unknown = this.rest.post("/realtime/client_secrets",
				"{'session':{'type':'realtime','bogus':1}}");
		assertThat(unknown.statusCode()).isEqualTo(400);
		assertThat(RestCaller.error(unknown).path("param").asString()).isEqualTo("session.bogus");
		assertThat(unknown.headers().firstValue("x-request-id")).isPresent();
		HttpResponse<String> brief = this.rest.post("/realtime/client_secrets", "{'expires_after':{'seconds':5}}");
		assertThat(RestCaller.error(brief).path("code").asString()).isEqualTo("integer_below_min_value");
		assertThat(this.rest.post("/realtime/client_secrets", "no json").statusCode()).isEqualTo(400);
		assertThat(RestCaller.error(this.rest.post("/realtime/translations/client_secrets", "{}"))
			.path("param")
			.asString()).isEqualTo("session.model");
		assertThat(new RestCaller(this.simulator, "sk-other-key-0123456789").post("/realtime/client_secrets", "{}")
			.statusCode()).isEqualTo(401);
	}

	@Test
	void requestsAreRefusedAsScripted() {
		this.simulator.refuseRequests(1, 429);
		HttpResponse<String> refused = this.rest.post("/realtime/client_secrets", "{}");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(RestCaller.error(refused).path("code").asString()).isEqualTo("rate_limit_exceeded");
		assertThat(this.rest.post("/realtime/client_secrets", "{}").statusCode()).isEqualTo(200);
	}

	@Test
	void unknownSecretIsAWrongKey() {
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> TestClient.connect(this.simulator.url(),
				"?model=m", Map.of("Authorization", "Bearer ek_unknown_0123456789")));
	}

	@Test
	void secretExpires() {
		ManualTimeline timeline = new ManualTimeline();
		ClientSecrets secrets = new ClientSecrets(timeline);
		ObjectNode expiry = Json.parse("{\"seconds\":20}");
		ServedClientSecret secret = secrets.create(SessionRequest.realtime("m"), Json.object(), expiry);
		timeline.advance(Duration.ofSeconds(19));
		assertThat(secrets.find(secret.value())).isSameAs(secret);
		timeline.advance(Duration.ofSeconds(1));
		assertThat(secrets.find(secret.value())).isNull();
		assertThat(secret.toString()).doesNotContain(secret.value());
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(
				() -> secrets.create(SessionRequest.realtime("m"), Json.object(), Json.parse("{\"seconds\":8000}")));
	}

}
