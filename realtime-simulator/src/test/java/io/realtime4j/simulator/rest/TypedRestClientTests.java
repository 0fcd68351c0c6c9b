package io.realtime4j.simulator.rest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.model.session.BetaTranscriptionSession;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.support.TestClient;
import io.realtime4j.simulator.voice.ToneVoice;
import io.realtime4j.spring.rest.CreatedCall;
import io.realtime4j.spring.rest.IssuedSecret;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.spring.rest.RealtimeRestClients;
import io.realtime4j.spring.rest.RealtimeRestException;
import io.realtime4j.translation.model.TranslationModel;
import io.realtime4j.translation.model.TranslationSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The starter's client of the HTTP endpoints.
 */
class TypedRestClientTests {

	private static final String KEY = "sk-test-0123456789";

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String OFFER = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
			+ "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=sendrecv\r\n"
			+ "a=rtpmap:111 opus/48000/2\r\n";

	private static final RealtimeSessionSettings SETTINGS = RealtimeSessionSettings.builder()
		.model(new RealtimeModel("gpt-realtime"))
		.instructions("Be kind.")
		.build();

	private final RealtimeSimulator simulator = RealtimeSimulator.builder()
		.voice(new ToneVoice())
		.apiKey(KEY)
		.knownCallsOnly(true)
		.start();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void secretOpensTheSessionThatItIsBoundTo() {
		IssuedSecret<SessionSettings> secret = client(KEY).createClientSecret(SETTINGS, Duration.ofMinutes(1));
		assertThat(secret.value()).startsWith("ek_");
		assertThat(secret.expiresAt()).isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(61));
		assertThat(secret.session()).isInstanceOfSatisfying(RealtimeSessionSettings.class,
				(settings) -> assertThat(settings.instructions()).isEqualTo("Be kind."));
		try (TestClient page = TestClient.connect(this.simulator.url(), "",
				Map.of("Authorization", "Bearer " + secret.value()))) {
			assertThat(page.await("session.created").at("/session/instructions").asString()).isEqualTo("Be kind.");
		}
	}

	@Test
	void betaSessionsAndTranslationsHaveSecretsToo() {
		RealtimeSessionSettings session = (RealtimeSessionSettings) client(KEY).createBetaSession(SETTINGS);
		assertThat(session.clientSecret()).isNotNull();
		assertThat(session.clientSecret().value()).startsWith("ek_");
		BetaTranscriptionSession transcription = client(KEY)
			.createBetaTranscriptionSession(BetaTranscriptionSession.builder().build());
		assertThat(transcription.clientSecret()).isNotNull();
		assertThat(transcription.clientSecret().value()).startsWith("ek_");
		TranslationSettings settings = TranslationSettings.builder()
			.model(new TranslationModel("gpt-realtime-translate"))
			.build();
		assertThat(client(KEY).createTranslationSecret(settings, null).value()).startsWith("ek_");
	}

	@Test
	void callIsBegunAndHungUp() {
		CreatedCall call = client(KEY).createCall(OFFER, SETTINGS);
		assertThat(call.callId()).startsWith("rtc_");
		assertThat(call.sdpAnswer()).startsWith("v=0").contains("m=audio");
		client(KEY).hangUpCall(call.callId());
		assertThatExceptionOfType(RealtimeRestException.class).isThrownBy(() -> client(KEY).hangUpCall(call.callId()))
			.satisfies((ex) -> {
				assertThat(ex.status()).isEqualTo(404);
				assertThat(ex.code()).isEqualTo("call_id_not_found");
				assertThat(ex.requestId()).startsWith("req");
			});
	}

	@Test
	void callIsBegunByTheOfferAlone() {
		assertThat(client(KEY).createCall(OFFER).callId()).startsWith("rtc_");
	}

	@Test
	void callsThatComeInAreAcceptedReferredOrRejected() {
		SimulatedCall call = this.simulator.ring();
		client(KEY).acceptCall(call.id(), SETTINGS);
		call.awaitState(SimulatedCall.State.ACTIVE, SOON);
		client(KEY).referCall(call.id(), URI.create("tel:+14155550123"));
		call.awaitState(SimulatedCall.State.REFERRED, SOON);
		SimulatedCall other = this.simulator.ring();
		client(KEY).rejectCall(other.id(), 486);
		other.awaitState(SimulatedCall.State.REJECTED, SOON);
	}

	@Test
	void wrongKeyIsRefusedAndNotShown() {
		assertThatExceptionOfType(RealtimeRestException.class)
			.isThrownBy(() -> client("sk-wrong-0123456789").createClientSecret(SETTINGS))
			.satisfies((ex) -> {
				assertThat(ex.status()).isEqualTo(401);
				assertThat(ex).hasMessageNotContaining("6789");
			});
	}

	private RealtimeRestClient client(String key) {
		return RealtimeRestClients.create(RestClient.builder(), new RealtimeEndpoint(this.simulator.baseUrl(),
				Dialect.GA, () -> Map.of("Authorization", "Bearer " + key), false));
	}

}
