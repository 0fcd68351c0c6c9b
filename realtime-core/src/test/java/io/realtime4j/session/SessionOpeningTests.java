package io.realtime4j.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.response.ResponseAudio;
import io.realtime4j.model.response.ResponseAudioOutput;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.model.transcription.AudioTranscription;
import io.realtime4j.model.transcription.TranscriptionModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the way from the handshake to an open session.
 */
class SessionOpeningTests {

	private static final TranscriptionSessionSettings TRANSCRIPTION = TranscriptionSessionSettings.builder()
		.audio(SessionAudio.input(AudioInput.builder()
			.transcription(AudioTranscription.builder().model(new TranscriptionModel("gpt-4o-transcribe")).build())
			.build()))
		.build();

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void settingsAreSentAfterSessionCreatedAndWithoutTheModel() {
		RealtimeSession session = this.fixture.connecting();
		ScriptedConnection connection = this.fixture.connection().accept();
		connection.expectNothingMore();
		connection.receive(Wire.sessionCreated());
		JsonNode update = connection.expect("session.update");
		assertThat(update.path("event_id").asString()).isNotBlank();
		assertThat(update.path("session").propertyNames()).containsExactlyInAnyOrder("type", "instructions");
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		assertThat(this.fixture.transport.attempt(0).uri())
			.hasToString("wss://api.example.com/v1/realtime?model=gpt-realtime");
	}

	@Test
	void sessionIsOpenWhenItsSettingsAreAcknowledged() {
		RealtimeSession session = this.fixture.connecting();
		CompletableFuture<RealtimeSession> opened = session.open();
		ScriptedConnection connection = this.fixture.connection().accept().receive(Wire.sessionCreated());
		assertThat(opened).isNotDone();
		connection.receive(Wire.sessionUpdated());
		assertThat(opened).isCompletedWithValue(session);
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(session.settings()).isInstanceOfSatisfying(RealtimeSessionSettings.class,
				(settings) -> assertThat(settings.instructions()).isEqualTo("Be brief."));
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void listenersHearOfOpeningInOrder() {
		this.fixture.opened();
		assertThat(this.fixture.listener.types()).containsExactly("realtime4j.session.connecting", "session.created",
				"session.updated", "realtime4j.session.opened");
		assertThat(this.fixture.listener.all(SessionOpened.class)).singleElement()
			.satisfies((event) -> assertThat(event.settings())
				.isEqualTo(this.fixture.listener.all(SessionUpdated.class).get(0).session()));
	}

	@Test
	void sessionWithoutSettingsToSendIsOpenOnceItIsCreated() {
		RealtimeSession session = this.fixture.client()
			.open(SessionSpec.of(RealtimeSessionSettings.builder().model(new RealtimeModel("gpt-realtime")).build()));
		this.fixture.connection().accept().receive(Wire.sessionCreated()).expectNothingMore();
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void sessionCreatedThatComesWithTheHandshakeIsNotLost() {
		this.fixture.transport.onConnect((connection) -> connection.accept().receive(Wire.sessionCreated()));
		RealtimeSession session = this.fixture.connecting();
		this.fixture.connection().expect("session.update");
		this.fixture.connection().receive(Wire.sessionUpdated());
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void transcriptionSessionSaysItsIntentAndItsType() {
		RealtimeSession session = this.fixture.client().open(SessionSpec.of(TRANSCRIPTION));
		assertThat(this.fixture.transport.attempt(0).uri())
			.hasToString("wss://api.example.com/v1/realtime?intent=transcription");
		ScriptedConnection connection = this.fixture.connection()
			.accept()
			.receive("{'type':'session.created','session':{'type':'transcription'}}".replace('\'', '"'));
		JsonNode update = connection.expect("session.update").path("session");
		assertThat(update.path("type").asString()).isEqualTo("transcription");
		assertThat(update.at("/audio/input/transcription/model").asString()).isEqualTo("gpt-4o-transcribe");
		connection.receive("{'type':'session.updated','session':{'type':'transcription'}}".replace('\'', '"'));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void transcriptionSessionOfBetaHasEventsOfItsOwn() {
		RealtimeSession session = this.fixture.dialect(Dialect.BETA).client().open(SessionSpec.of(TRANSCRIPTION));
		ScriptedConnection connection = this.fixture.connection()
			.accept()
			.receive("{'type':'transcription_session.created','session':{'id':'sess_1'}}".replace('\'', '"'));
		JsonNode update = connection.expect("transcription_session.update").path("session");
		assertThat(update.at("/input_audio_transcription/model").asString()).isEqualTo("gpt-4o-transcribe");
		connection.receive("{'type':'transcription_session.updated','session':{'id':'sess_1'}}".replace('\'', '"'));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.listener.all(SessionOpened.class)).containsExactly(new SessionOpened(null));
	}

	@Test
	void sidebandSpeaksFirstAndIsOpenWhenItsSettingsAreAcknowledged() {
		RealtimeSession session = this.fixture.client()
			.open(SessionSpec.sideband("rtc_1").settings(SessionFixture.SETTINGS).build());
		assertThat(this.fixture.transport.attempt(0).uri())
			.hasToString("wss://api.example.com/v1/realtime?call_id=rtc_1");
		ScriptedConnection connection = this.fixture.connection().accept();
		connection.expect("session.update");
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		connection.receive(Wire.sessionUpdated()).expectNothingMore();
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void sidebandWithoutSettingsIsOpenAfterTheHandshake() {
		RealtimeSession session = this.fixture.client().open(SessionSpec.sideband("rtc_1").build());
		session.send(InputAudioBufferCommit.of());
		this.fixture.connection().accept().expect("input_audio_buffer.commit");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(session.settings()).isNull();
		this.fixture.connection().receive(Wire.sessionUpdated());
		assertThat(session.settings()).isNotNull();
		assertThat(this.fixture.listener.all(SessionOpened.class)).containsExactly(new SessionOpened(null));
	}

	@Test
	void updateGivenBeforeSidebandIsOpenAwaitsItsOwnAcknowledgement() {
		RealtimeSession session = this.fixture.client()
			.create(SessionSpec.sideband("rtc_1").settings(SessionFixture.SETTINGS).build());
		CompletableFuture<SessionUpdated> update = session
			.update(RealtimeSessionSettings.builder().instructions("Sing.").build());
		ScriptedConnection connection = this.fixture.connection().accept().receive(Wire.sessionUpdated());
		assertThat(update).isNotDone();
		connection.receive(Wire.sessionUpdated("Sing."));
		assertThat(update).isCompleted();
	}

	@ParameterizedTest
	@EnumSource(Dialect.class)
	void betaHeaderIsSentInBetaOnly(Dialect dialect) {
		this.fixture.dialect(dialect).connecting();
		ScriptedTransport.Attempt attempt = this.fixture.transport.attempt(0);
		assertThat(attempt.headerNames().contains("OpenAI-Beta")).isEqualTo(dialect == Dialect.BETA);
		assertThat(attempt.subprotocols()).isEmpty();
		assertThat(attempt.credentialsGiven()).isTrue();
		assertThat(attempt.timeout()).isEqualTo(Duration.ofSeconds(10));
	}

	@Test
	void commandsGivenBeforeOpenFollowTheAcknowledgementInOrder() {
		RealtimeSession session = this.fixture.connecting();
		session.sendText("Hello");
		session.respond();
		session.appendAudio(new byte[480]);
		session.send(InputAudioBufferCommit.of());
		ScriptedConnection connection = this.fixture.connection().accept().receive(Wire.sessionCreated());
		connection.expect("session.update");
		connection.expectNothingMore();
		connection.receive(Wire.sessionUpdated());
		connection.expect("conversation.item.create");
		connection.expect("response.create");
		connection.expect("input_audio_buffer.append");
		connection.expect("input_audio_buffer.commit");
		connection.expectNothingMore();
	}

	@Test
	void createdSessionOpensAtItsFirstUse() {
		RealtimeSession session = this.fixture.client().create(SessionSpec.of(SessionFixture.SETTINGS));
		assertThat(session.state()).isEqualTo(SessionState.NEW);
		assertThat(session.settings()).isNull();
		session.cancelResponse();
		assertThat(this.fixture.transport.attempts()).isEmpty();
		session.sendText("Hello");
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		session.open();
		this.fixture.greet().expect("conversation.item.create");
	}

	@Test
	void eventsKeepTheirIdsOrAreGivenUniqueOnes() {
		RealtimeSession session = this.fixture.opened();
		session.send(InputAudioBufferCommit.of().withEventId("mine"));
		session.send(InputAudioBufferCommit.of());
		session.send(InputAudioBufferCommit.of());
		List<String> ids = this.fixture.connection()
			.sent()
			.stream()
			.map((text) -> JsonMapper.shared().readTree(text).path("event_id").asString())
			.toList();
		assertThat(ids).hasSize(4).doesNotHaveDuplicates().doesNotContain("").contains("mine");
	}

	@Test
	void settingsThatTheDialectCannotSayAreRefusedAtOnce() {
		RealtimeSessionSettings settings = RealtimeSessionSettings.builder()
			.audio(SessionAudio.input(AudioInput.builder().format(new AudioPcm(16_000L)).build()))
			.build();
		RealtimeClient client = this.fixture.dialect(Dialect.BETA).client();
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> client.open(SessionSpec.of(settings)));
		assertThat(this.fixture.transport.attempts()).isEmpty();
		assertThat(client.sessions()).isEmpty();
	}

	@Test
	void requestThatTheDialectCannotSayIsRefusedAtOnce() {
		RealtimeSession session = this.fixture.dialect(Dialect.BETA).opened();
		ResponseSettings settings = ResponseSettings.builder()
			.audio(new ResponseAudio(new ResponseAudioOutput(new AudioPcm(16_000L), null)))
			.build();
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> session.respond(settings));
		this.fixture.connection().expectNothingMore();
	}

}
