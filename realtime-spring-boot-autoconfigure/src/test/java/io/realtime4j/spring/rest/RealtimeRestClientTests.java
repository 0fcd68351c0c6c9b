package io.realtime4j.spring.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.realtime4j.codec.Dialect;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.BetaTranscriptionSession;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.provider.Provider;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.context.SessionHeaders;
import io.realtime4j.translation.model.TranslationModel;
import io.realtime4j.translation.model.TranslationSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RealtimeRestClient}.
 */
class RealtimeRestClientTests {

	private static final String KEY = "sk-secret-0123456789";

	private static final RealtimeSessionSettings SETTINGS = RealtimeSessionSettings.builder()
		.model(new RealtimeModel("gpt-realtime"))
		.instructions("Be brief")
		.build();

	private HttpServer server;

	private RealtimeRestClient client;

	private String request = "";

	private String body = "";

	private Headers headers;

	private int status = 200;

	private String answer = "{}";

	private Map<String, String> answerHeaders = Map.of();

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.client = client("/v1?api-version=7");
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void clientSecretIsBoundToSettings() {
		this.answer = "{\"value\":\"ek_123\",\"expires_at\":1756310470,\"session\":{\"type\":\"realtime\",\"id\":\"sess_1\","
				+ "\"instructions\":\"Be brief\"}}";
		IssuedSecret<SessionSettings> secret = this.client.createClientSecret(SETTINGS, Duration.ofMinutes(1));
		assertThat(this.request).isEqualTo("POST /v1/realtime/client_secrets?api-version=7");
		assertThat(json(this.body)).isEqualTo(json("""
				{"session":{"type":"realtime","model":"gpt-realtime","instructions":"Be brief"},
				"expires_after":{"anchor":"created_at","seconds":60}}"""));
		assertThat(this.headers.getFirst("Authorization")).isEqualTo("Bearer " + KEY);
		assertThat(this.headers.getFirst("Content-Type")).isEqualTo("application/json");
		assertThat(secret.value()).isEqualTo("ek_123");
		assertThat(secret.expiresAt()).isEqualTo(Instant.ofEpochSecond(1756310470));
		assertThat(secret.session()).isInstanceOfSatisfying(RealtimeSessionSettings.class,
				(settings) -> assertThat(settings.id()).isEqualTo("sess_1"));
		assertThat(secret.toString()).doesNotContain("ek_123");
	}

	@Test
	void requestHasTheCredentialsOfItsSession() {
		this.answer = "{\"value\":\"ek_123\",\"expires_at\":1}";
		SessionHeaders byTenant = (spec) -> Map.of("Authorization", "Bearer "
				+ ((spec instanceof SessionSpec own) ? "key-of-" + own.attributes().get("tenant") : "common-key"));
		RealtimeRestClient tenants = RealtimeRestClients.create(RestClient.builder(),
				new RealtimeEndpoint(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1"),
						Dialect.GA, byTenant, false));
		tenants.createClientSecret(SETTINGS);
		assertThat(this.headers.get("Authorization")).containsExactly("Bearer common-key");
		tenants.forSession(SessionSpec.builder(SETTINGS).attribute("tenant", "blue").build())
			.createClientSecret(SETTINGS);
		assertThat(this.headers.get("Authorization")).containsExactly("Bearer key-of-blue");
	}

	@Test
	void halfACharacterIsReplaced() {
		this.answer = "{\"value\":\"ek_123\",\"expires_at\":1}";
		this.client.createClientSecret(RealtimeSessionSettings.builder().instructions("Be \uD83D").build());
		assertThat(json(this.body).at("/session/instructions").asString()).isEqualTo("Be \uFFFD");
	}

	@Test
	void clientSecretHasTheLifetimeOfTheServiceByDefault() {
		this.answer = "{\"value\":\"ek_123\",\"expires_at\":1}";
		assertThat(this.client.createClientSecret(SETTINGS).session()).isNull();
		assertThat(json(this.body).has("expires_after")).isFalse();
	}

	@Test
	void settingsOfASecretStandWhereTheProviderWantsThem() {
		URI root = URI.create("ws://127.0.0.1:" + this.server.getAddress().getPort());
		this.answer = "{\"value\":\"xai-realtime-client-secret-1\",\"expires_at\":1}";
		RealtimeRestClients
			.create(RestClient.builder(), new RealtimeEndpoint(root, Provider.XAI, Dialect.GA, Map::of, false))
			.createClientSecret(RealtimeSessionSettings.builder()
				.audio(SessionAudio.output(AudioOutput.builder().voice(new Voice("ara")).build()))
				.build());
		assertThat(this.request).isEqualTo("POST /v1/realtime/client_secrets");
		assertThat(json(this.body)).isEqualTo(json("""
				{"session":{"voice":"ara","resumption":{"enabled":true}}}"""));
	}

	@Test
	void translationSecretIsBoundToSettings() {
		this.answer = "{\"value\":\"ek_123\",\"expires_at\":1,\"session\":{\"type\":\"translation\",\"id\":\"sess_1\"}}";
		TranslationSettings settings = TranslationSettings.builder()
			.model(new TranslationModel("gpt-realtime-translate"))
			.build();
		assertThat(this.client.createTranslationSecret(settings, null).session()).isNotNull();
		assertThat(this.request).startsWith("POST /v1/realtime/translations/client_secrets");
		assertThat(json(this.body).at("/session/model").asString()).isEqualTo("gpt-realtime-translate");
	}

	@Test
	void betaSessionIsFlatAndHoldsKey() {
		this.answer = "{\"id\":\"sess_1\",\"object\":\"realtime.session\",\"voice\":\"alloy\",\"client_secret\":"
				+ "{\"value\":\"ek_123\",\"expires_at\":1}}";
		RealtimeSessionSettings settings = (RealtimeSessionSettings) this.client.createBetaSession(SETTINGS);
		assertThat(this.request).startsWith("POST /v1/realtime/sessions");
		assertThat(this.headers.getFirst("OpenAI-Beta")).isEqualTo("assistants=v2");
		assertThat(json(this.body).path("instructions").asString()).isEqualTo("Be brief");
		assertThat(settings.clientSecret()).isNotNull();
		assertThat(settings.clientSecret().value()).isEqualTo("ek_123");
		assertThat(settings.audio().output().voice()).isEqualTo(Voice.ALLOY);
	}

	@Test
	void betaTranscriptionSessionHoldsKey() {
		this.answer = "{\"id\":\"sess_1\",\"client_secret\":{\"value\":\"ek_123\",\"expires_at\":1}}";
		BetaTranscriptionSession session = this.client
			.createBetaTranscriptionSession(BetaTranscriptionSession.builder().turnDetectionOff().build());
		assertThat(this.request).startsWith("POST /v1/realtime/transcription_sessions");
		assertThat(json(this.body)).isEqualTo(json("{\"turn_detection\":null}"));
		assertThat(session.clientSecret().value()).isEqualTo("ek_123");
	}

	@Test
	void callBeginsWithOfferAndSettings() {
		this.status = 201;
		this.answer = "v=0\r\na=ice-pwd:secret\r\n";
		this.answerHeaders = Map.of("Location", "/v1/realtime/calls/rtc_7");
		CreatedCall call = this.client.createCall("v=0\r\n", SETTINGS);
		assertThat(this.request).startsWith("POST /v1/realtime/calls");
		assertThat(this.headers.getFirst("Content-Type")).startsWith("multipart/form-data;");
		assertThat(this.headers.getFirst("Accept")).isEqualTo("application/sdp");
		assertThat(this.body).contains("name=\"sdp\"", "Content-Type: application/sdp", "v=0", "name=\"session\"",
				"Content-Type: application/json", "\"instructions\":\"Be brief\"");
		assertThat(call.callId()).isEqualTo("rtc_7");
		assertThat(call.sdpAnswer()).isEqualTo(this.answer);
		assertThat(call.toString()).doesNotContain("secret");
	}

	@Test
	void callBeginsWithOfferAlone() {
		this.status = 201;
		this.answer = "v=0\r\n";
		this.answerHeaders = Map.of("Location", "https://host/v1/realtime/calls/rtc_8");
		assertThat(this.client.createCall("v=0\r\no=ü\r\n").callId()).isEqualTo("rtc_8");
		assertThat(this.headers.getFirst("Content-Type")).isEqualTo("application/sdp");
		assertThat(this.body).isEqualTo("v=0\r\no=ü\r\n");
	}

	@Test
	void callsAreAcceptedRejectedReferredAndHungUp() {
		this.answer = "";
		this.client.acceptCall("rtc_1", SETTINGS);
		assertThat(this.request).startsWith("POST /v1/realtime/calls/rtc_1/accept?");
		assertThat(json(this.body).path("model").asString()).isEqualTo("gpt-realtime");
		this.client.rejectCall("rtc_1", 486);
		assertThat(this.request).startsWith("POST /v1/realtime/calls/rtc_1/reject?");
		assertThat(this.body).isEqualTo("{\"status_code\":486}");
		this.client.rejectCall("rtc_1");
		assertThat(this.body).isEqualTo("{}");
		this.client.referCall("rtc_1", URI.create("tel:+14155550123"));
		assertThat(this.request).startsWith("POST /v1/realtime/calls/rtc_1/refer?");
		assertThat(this.body).isEqualTo("{\"target_uri\":\"tel:+14155550123\"}");
		this.client.hangUpCall("../secrets");
		assertThat(this.request).startsWith("POST /v1/realtime/calls/..%2Fsecrets/hangup?");
		assertThat(this.body).isEmpty();
	}

	@Test
	void refusalSaysWhatTheServiceSaid() {
		this.status = 429;
		this.answer = "{\"error\":{\"message\":\"Slow down\",\"type\":\"requests\",\"param\":null,"
				+ "\"code\":\"rate_limit_exceeded\"}}";
		this.answerHeaders = Map.of("x-request-id", "req_1", "Retry-After", "7");
		assertThatExceptionOfType(RealtimeRestException.class)
			.isThrownBy(() -> this.client.createClientSecret(SETTINGS))
			.withMessage("The service answered 429: Slow down (rate_limit_exceeded), request req_1")
			.satisfies((ex) -> {
				assertThat(ex.status()).isEqualTo(429);
				assertThat(ex.code()).isEqualTo("rate_limit_exceeded");
				assertThat(ex.requestId()).isEqualTo("req_1");
				assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(7));
			});
	}

	@Test
	void refusalOfKeyDoesNotShowIt() {
		this.status = 401;
		this.answer = "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY
				+ "\",\"code\":\"invalid_api_key\"}}";
		assertThatExceptionOfType(RealtimeRestException.class).isThrownBy(() -> this.client.hangUpCall("rtc_1"))
			.satisfies((ex) -> assertThat(ex).hasMessageNotContaining(KEY).hasNoCause());
	}

	@Test
	void answersThatAreNotOfTheServiceAreNotBelieved() {
		this.status = 502;
		this.answer = "<html>Bad gateway</html>";
		assertThatExceptionOfType(RealtimeRestException.class)
			.isThrownBy(() -> this.client.createClientSecret(SETTINGS))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(502));
		this.status = 200;
		for (String strange : new String[] { "<html>", "[]", "{}", "{\"value\":7}", "", "{\"value\":\"ek_123\"}" }) {
			this.answer = strange;
			assertThatExceptionOfType(RealtimeRestException.class)
				.isThrownBy(() -> this.client.createClientSecret(SETTINGS))
				.satisfies((ex) -> assertThat(ex).hasMessageNotContaining("ek_123"));
		}
		assertThatExceptionOfType(RealtimeRestException.class).isThrownBy(() -> this.client.createCall("v=0"));
	}

	@Test
	void redirectsAreRefused() {
		this.status = 307;
		this.answerHeaders = Map.of("Location", "https://evil.example.com/");
		assertThatExceptionOfType(RealtimeRestException.class)
			.isThrownBy(() -> this.client.createClientSecret(SETTINGS))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(307));
	}

	@Test
	void serverThatIsNotThereIsReported() {
		this.server.stop(0);
		assertThatExceptionOfType(RealtimeRestException.class)
			.isThrownBy(() -> this.client.createClientSecret(SETTINGS))
			.satisfies((ex) -> assertThat(ex.status()).isNull());
	}

	@Test
	void rootMayNameTheProtocolItself() {
		this.client = client("/openai/v1/realtime");
		this.answer = "";
		this.client.hangUpCall("rtc_1");
		assertThat(this.request).isEqualTo("POST /openai/v1/realtime/calls/rtc_1/hangup");
	}

	private RealtimeRestClient client(String path) {
		URI root = URI.create("ws://127.0.0.1:" + this.server.getAddress().getPort() + path);
		return RealtimeRestClients.create(RestClient.builder(),
				new RealtimeEndpoint(root, Dialect.GA, () -> Map.of("Authorization", "Bearer " + KEY), false));
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
		this.headers = exchange.getRequestHeaders();
		this.body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.answerHeaders.forEach(exchange.getResponseHeaders()::set);
		byte[] bytes = this.answer.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(this.status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
