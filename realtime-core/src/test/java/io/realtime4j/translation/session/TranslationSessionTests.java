package io.realtime4j.translation.session;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.codec.Dialect;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.AnswerTimeoutException;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ManualScheduler;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeErrorException;
import io.realtime4j.session.ReconnectPolicy;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.ScriptedTransport;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.translation.event.SessionClose;
import io.realtime4j.translation.event.SessionCreated;
import io.realtime4j.translation.event.SessionOutputTranscriptDelta;
import io.realtime4j.translation.event.SessionUpdated;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.event.UnknownTranslationServerEvent;
import io.realtime4j.translation.model.TranslationModel;
import io.realtime4j.translation.model.TranslationSettings;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.KeepAlive;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TranslationSession}.
 */
class TranslationSessionTests {

	private static final TranslationSettings SETTINGS = TranslationSettings.into("es")
		.toBuilder()
		.model(new TranslationModel("gpt-realtime-translate"))
		.build();

	private final ScriptedTransport transport = new ScriptedTransport();

	private final ManualScheduler scheduler = new ManualScheduler();

	private final List<RealtimeMessage> heard = new ArrayList<>();

	private final TranslationClient client = client();

	@Test
	void featuresAreApartFromAttributesOfTheApplication() {
		TranslationSession session = this.client.open(TranslationSpec.builder(SETTINGS)
			.feature(CharSequence.class, "a part")
			.attribute("user", "u1")
			.build());
		assertThat(session.feature(CharSequence.class)).isEqualTo("a part");
		assertThat(session.feature(String.class)).isNull();
		assertThat(session.attributes()).containsOnlyKeys("user");
	}

	@Test
	void sessionConnectsToTheTranslationsOfTheModel() {
		this.client.open(TranslationSpec.of(SETTINGS));
		assertThat(this.transport.attempt(0).uri())
			.hasToString("wss://api.example.com/v1/realtime/translations?model=gpt-realtime-translate");
		assertThat(this.transport.attempt(0).credentialsGiven()).isTrue();
	}

	@Test
	void sessionIsOpenWhenItsSettingsAreAcknowledged() {
		TranslationSession session = this.client.open(TranslationSpec.of(SETTINGS));
		session.appendAudio(new byte[480]);
		ScriptedConnection connection = this.transport.connection().accept();
		connection.expectNothingMore();
		connection.receive(settings("session.created"));
		JsonNode update = connection.expect("session.update");
		assertThat(update.at("/session/audio/output/language").asString()).isEqualTo("es");
		assertThat(update.path("session").has("model")).isFalse();
		connection.expectNothingMore();
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		connection.receive(settings("session.updated"));
		assertThat(session.open()).isCompletedWithValue(session);
		assertThat(session.settings()).isNotNull();
		connection.expect("session.input_audio_buffer.append");
		assertThat(types()).containsExactly("realtime4j.session.connecting", "session.created", "session.updated",
				"realtime4j.session.opened");
	}

	@Test
	void refusedSettingsEndTheSession() {
		TranslationSession session = this.client.open(TranslationSpec.of(SETTINGS));
		ScriptedConnection connection = this.transport.connection().accept().receive(settings("session.created"));
		connection.receive(error("session.audio.output.language", null));
		connection.closed();
		assertThat(session.closed().join()).isInstanceOf(SettingsRefused.class);
	}

	@Test
	void eventsArriveInOrderWithTheirTexts() {
		opened();
		this.transport.connection().receive(transcript("Ho"), transcript("la"));
		assertThat(this.heard.stream()
			.filter(SessionOutputTranscriptDelta.class::isInstance)
			.map(SessionOutputTranscriptDelta.class::cast)
			.map(SessionOutputTranscriptDelta::delta)).containsExactly("Ho", "la");
	}

	@Test
	void eventOfAnotherFamilyIsUnknown() {
		opened();
		this.transport.connection()
			.receive("{\"type\":\"response.output_text.delta\",\"event_id\":\"e\",\"delta\":\"a\"}");
		assertThat(this.heard).last().isInstanceOf(UnknownTranslationServerEvent.class);
	}

	@Test
	void closingSaysSoAndTakesTheRestOfTheTranslation() {
		TranslationSession session = opened();
		ScriptedConnection connection = this.transport.connection();
		connection.holdSends();
		session.appendAudio(new byte[480]);
		session.close();
		connection.expect("session.input_audio_buffer.append");
		connection.expectNothingMore();
		connection.completeSend();
		connection.expect("session.close");
		connection.completeSend();
		assertThat(connection.calls()).isEmpty();
		connection.receive(transcript("adiós"));
		assertThat(connection.calls()).isEmpty();
		connection.receive("{\"type\":\"session.closed\",\"event_id\":\"e\"}");
		assertThat(connection.calls()).containsExactly("close 1000");
		connection.closed();
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
		assertThat(types()).endsWith("realtime4j.session.closing", "session.output_transcript.delta", "session.closed",
				"realtime4j.session.closed");
	}

	@Test
	void eventThatEndsTheInputClosesTheSession() {
		TranslationSession session = opened();
		session.send(SessionClose.of());
		this.transport.connection().expect("session.close");
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
		assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> session.appendAudio(new byte[2]));
	}

	@Test
	void serverThatNeverSaysClosedIsLeft() {
		TranslationSession session = opened();
		session.close();
		this.scheduler.advance(Duration.ofSeconds(5));
		assertThat(this.transport.connection().calls()).containsExactly("close 1000", "abort");
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
	}

	@Test
	void sessionThatTheServerEndsIsOverAlthoughItsConnectionIsNot() {
		TranslationSession session = opened();
		CompletableFuture<SessionUpdated> pending = session.update(TranslationSettings.into("fr"));
		this.transport.connection().receive("{\"type\":\"session.closed\"}");
		assertThat(session.closed())
			.isCompletedWithValueMatching((cause) -> cause.message().contains("session.closed"));
		assertThat(pending).isCompletedExceptionally();
		assertThat(this.transport.connection().calls()).containsExactly("abort");
		assertThat(types()).endsWith("session.closed", "realtime4j.session.closed");
	}

	@Test
	void lostConnectionComesBackWithTheSettingsAsTheyWereTaken() {
		TranslationSession session = opened();
		ScriptedConnection connection = this.transport.connection();
		CompletableFuture<SessionUpdated> taken = session.update(TranslationSettings.into("fr"));
		connection.receive(settings("session.updated"));
		assertThat(taken).isCompleted();
		CompletableFuture<SessionUpdated> pending = session.update(TranslationSettings.into("it"));
		connection.end(new ConnectionLost("reset"));
		this.scheduler.advance(Duration.ofSeconds(1));
		ScriptedConnection next = this.transport.connection(1).accept().receive(settings("session.created"));
		assertThat(next.expect("session.update").at("/session/audio/output/language").asString()).isEqualTo("fr");
		next.receive(settings("session.updated"));
		assertThat(next.expect("session.update").at("/session/audio/output/language").asString()).isEqualTo("it");
		assertThat(pending).isNotDone();
		next.receive(settings("session.updated"));
		assertThat(pending).isCompleted();
		assertThat(this.heard.stream().filter(SessionReconnected.class::isInstance))
			.containsExactly(new SessionReconnected(0, Duration.ZERO));
	}

	@Test
	void refusedChangeFailsItsFutureAlone() {
		TranslationSession session = opened();
		CompletableFuture<SessionUpdated> refused = session.update(TranslationSettings.into("xx"));
		ScriptedConnection connection = this.transport.connection();
		String id = connection.expect("session.update").path("event_id").asString();
		connection.receive(error("session.audio.output.language", id));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(refused::join)
			.withCauseInstanceOf(RealtimeErrorException.class);
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void changeThatIsNotAcknowledgedFailsAndTheSessionGoesOn() {
		TranslationSession session = opened();
		CompletableFuture<SessionUpdated> future = session.update(TranslationSettings.into("fr"));
		this.scheduler.advance(SessionTimeouts.defaults().acknowledgement());
		assertThatExceptionOfType(CompletionException.class).isThrownBy(future::join)
			.withCauseInstanceOf(AnswerTimeoutException.class);
		assertThat(types()).endsWith("realtime4j.session.answer_timed_out");
		CompletableFuture<SessionUpdated> next = session.update(TranslationSettings.into("it"));
		this.transport.connection().receive(settings("session.updated"));
		assertThat(next).isCompleted();
	}

	@Test
	void errorThatNamesNothingRefusesTheOnlyChange() {
		CompletableFuture<SessionUpdated> future = opened().update(TranslationSettings.into("fr"));
		this.transport.connection()
			.receive("{\"type\":\"error\",\"error\":{\"type\":\"server_error\",\"message\":\"No.\"}}");
		assertThat(future).isCompletedExceptionally();
	}

	@Test
	void clientKnowsAndClosesItsSessions() {
		TranslationSession session = opened();
		assertThat(this.client.sessions()).containsExactly(session);
		this.client.close();
		this.transport.connection().receive("{\"type\":\"session.closed\"}").closed();
		assertThat(this.client.sessions()).isEmpty();
	}

	@Test
	void languageIsEnough() {
		this.client.open(TranslationSpec.of(TranslationSettings.into("de")));
		assertThat(this.transport.attempt(0).uri())
			.hasToString("wss://api.example.com/v1/realtime/translations?model=gpt-realtime-translate");
		ScriptedConnection connection = this.transport.connection().accept();
		connection.receive(settings("session.created"));
		assertThat(connection.expect("session.update").at("/session/audio/output/language").asString()).isEqualTo("de");
	}

	@Test
	void modelOfTheSettingsComesBeforeThatOfTheAddress() {
		URI address = URI.create("https://api.example.com/v1?model=own%2Ftranslator");
		TranslationSpec spec = TranslationSpec.of(TranslationSettings.into("de"));
		assertThat(spec.model(address).value()).isEqualTo("own/translator");
		assertThat(spec.toBuilder()
			.settings((settings) -> settings.model(TranslationModel.GPT_REALTIME_TRANSLATE))
			.build()
			.model(address)).isEqualTo(TranslationModel.GPT_REALTIME_TRANSLATE);
	}

	@Test
	void soundGoesInAndComesOut() {
		TranslationSession session = opened();
		List<Pcm> speech = new ArrayList<>();
		session.onSpeech(speech::add);
		CompletableFuture<Void> heard = session.hear(AudioSource.of(Pcm.of(48_000, new byte[96_000])));
		this.scheduler.advance(Duration.ofSeconds(2));
		assertThat(heard).isCompleted();
		assertThat(this.transport.connection().types()).contains("session.input_audio_buffer.append");
		this.transport.connection()
			.receive("{\"type\":\"session.output_audio.delta\",\"delta\":\"AAAA\",\"sample_rate\":16000}");
		assertThat(speech).containsExactly(Pcm.of(16_000, new byte[2]));
	}

	@Test
	void halfASampleWaitsForTheNextPiece() {
		TranslationSession session = opened();
		List<Pcm> speech = new ArrayList<>();
		session.onSpeech(speech::add);
		this.transport.connection().skip();
		session.appendAudio(new byte[] { 1 });
		this.transport.connection().expectNothingMore();
		session.appendAudio(new byte[] { 2, 3 });
		assertThat(this.transport.connection().expect("session.input_audio_buffer.append").path("audio").asString())
			.isEqualTo("AQI=");
		this.transport.connection()
			.receive("{\"type\":\"session.output_audio.delta\",\"delta\":\"AQID\"}",
					"{\"type\":\"session.output_audio.delta\",\"delta\":\"BA==\"}");
		assertThat(speech).containsExactly(Pcm.of(24_000, new byte[] { 1, 2 }), Pcm.of(24_000, new byte[] { 3, 4 }));
	}

	@Test
	void sessionBeginsFromTheDefaultOfItsClient() {
		TranslationClient client = new TranslationClient(shared().environment(), List.of(),
				() -> TranslationSpec.builder(SETTINGS).attribute("desk", 1).build());
		TranslationSession session = client
			.open((spec) -> spec.settings((settings) -> settings.audio(TranslationSettings.into("fr").audio()))
				.attribute("user", "u1"));
		this.transport.connection().accept().receive(settings("session.created"), settings("session.updated"));
		assertThat(this.transport.connection().expect("session.update").at("/session/audio/output/language").asString())
			.isEqualTo("fr");
		assertThat(session.attributes()).containsOnlyKeys("desk", "user");
		assertThat(client.create((spec) -> spec.attribute("call", 7)).attributes()).containsOnlyKeys("desk", "call");
		assertThat(client.open().attributes()).containsOnlyKeys("desk");
		assertThatIllegalStateException().isThrownBy(this.client::open);
	}

	@Test
	void listenersOfOneSessionHearTheirType() {
		List<String> own = new ArrayList<>();
		TranslationSession session = this.client.open(TranslationSpec.builder(SETTINGS)
			.on(RealtimeMessage.class, (event) -> own.add("bound " + event.type()))
			.build());
		Runnable end = session.on(SessionCreated.class, (event) -> own.add("later " + event.type()));
		this.transport.connection().accept().receive(settings("session.created"));
		end.run();
		this.transport.connection().receive(settings("session.updated"));
		assertThat(own).containsExactly("bound realtime4j.session.connecting", "bound session.created",
				"later session.created", "bound session.updated", "bound realtime4j.session.opened");
	}

	private TranslationClient client() {
		return new TranslationClient(shared().environment(), List.of(new TranslationListener() {

			@Override
			public void onEvent(TranslationSession session, TranslationServerEvent event, String json) {
				TranslationSessionTests.this.heard.add(event);
			}

			@Override
			public void onSessionEvent(TranslationSession session, SessionEvent event) {
				TranslationSessionTests.this.heard.add(event);
			}

		}));
	}

	private DefaultRealtimeClient shared() {
		RealtimeEndpoint endpoint = new RealtimeEndpoint(URI.create("https://api.example.com/v1"), Dialect.GA,
				() -> Map.of("Authorization", "Bearer sk-test"), false);
		return DefaultRealtimeClient.builder(this.transport, endpoint)
			.listenerExecutor(Runnable::run)
			.scheduler(this.scheduler)
			.keepAlive(KeepAlive.none())
			.reconnect(new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ZERO, null))
			.build();
	}

	private TranslationSession opened() {
		TranslationSession session = this.client.open(TranslationSpec.of(SETTINGS));
		this.transport.connection().accept().receive(settings("session.created"), settings("session.updated"));
		this.transport.connection().expect("session.update");
		return session;
	}

	private List<String> types() {
		return this.heard.stream().map(RealtimeMessage::type).toList();
	}

	private static String settings(String type) {
		return "{\"type\":\"" + type + "\",\"event_id\":\"e\",\"session\":{\"id\":\"sess_1\",\"type\":\"translation\","
				+ "\"model\":\"gpt-realtime-translate\",\"audio\":{\"output\":{\"language\":\"es\"}}}}";
	}

	private static String transcript(String delta) {
		return "{\"type\":\"session.output_transcript.delta\",\"event_id\":\"e\",\"delta\":\"" + delta
				+ "\",\"elapsed_ms\":100}";
	}

	private static String error(String param, String eventId) {
		return "{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"No.\","
				+ "\"param\":\"" + param + "\",\"event_id\":" + ((eventId != null) ? "\"" + eventId + "\"" : "null")
				+ "}}";
	}

}
