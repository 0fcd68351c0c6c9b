package io.realtime4j.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for changes of the settings of open sessions.
 */
class SessionUpdateTests {

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeSession session = this.fixture.opened();

	private final ScriptedConnection connection = this.fixture.connection();

	@Test
	void acknowledgementThatComesWhileTheChangeIsSentCounts() {
		ScriptedConnection connection = this.fixture.connection();
		connection.onSend((event) -> connection.receive(Wire.sessionUpdated("Be long.")));
		assertThat(this.session.update(RealtimeSessionSettings.builder().instructions("Be long.").build()))
			.isCompleted();
	}

	@Test
	void onlyTheMembersToChangeAreSent() {
		this.session.update(instructions("Sing."));
		assertThat(this.connection.expect("session.update").path("session").propertyNames())
			.containsExactlyInAnyOrder("type", "instructions");
	}

	@Test
	void turnDetectionThatIsOffIsSentAsNull() {
		this.session.update(RealtimeSessionSettings.builder()
			.audio(SessionAudio.input(AudioInput.builder().turnDetectionOff().build()))
			.build());
		JsonNode input = this.connection.expect("session.update").at("/session/audio/input");
		assertThat(input.propertyNames()).containsExactly("turn_detection");
		assertThat(input.path("turn_detection").isNull()).isTrue();
	}

	@Test
	void settingsThatTheServerTookOtherwiseAreTold() {
		this.session.update(instructions("Sing."));
		this.connection.receive(Wire.sessionUpdated("Be brief."));
		assertThat(this.fixture.listener.types()).endsWith("session.updated", "realtime4j.session.settings_differ");
		assertThat(this.fixture.listener.all(SettingsDiffer.class)).extracting(SettingsDiffer::members)
			.containsExactly(List.of("instructions"));
	}

	@Test
	void settingsThatTheServerTookOtherwiseAtTheBeginningAreTold() {
		SessionFixture fixture = new SessionFixture();
		fixture.connecting();
		fixture.connection().accept().receive(Wire.sessionCreated(), Wire.sessionUpdated("Be long."));
		assertThat(fixture.listener.all(SettingsDiffer.class)).extracting(SettingsDiffer::members)
			.containsExactly(List.of("instructions"));
		assertThat(fixture.listener.types()).endsWith("realtime4j.session.settings_differ",
				"realtime4j.session.opened");
	}

	@Test
	void settingsThatTheServerTookAreNotTold() {
		this.session.update(instructions("Sing."));
		this.connection.receive(Wire.sessionUpdated("Sing."));
		assertThat(this.fixture.listener.all(SettingsDiffer.class)).isEmpty();
	}

	@Test
	void formatsStayWhateverElseIsChanged() {
		AudioOutput telephony = AudioOutput.builder().format(new AudioPcmu()).build();
		this.session.update(RealtimeSessionSettings.builder().audio(SessionAudio.output(telephony)).build());
		this.connection.expect("session.update");
		for (int i = 0; i < 5; i++) {
			this.session.update(RealtimeSessionSettings.builder()
				.instructions("Be brief.")
				.audio(SessionAudio.output(AudioOutput.builder().speed(1.0 + i / 10.0).build()))
				.build());
			JsonNode output = this.connection.expect("session.update").at("/session/audio/output");
			assertThat(output.propertyNames()).containsExactly("speed");
			this.connection.receive(Wire.sessionUpdated());
		}
	}

	@Test
	void voiceIsNotSentAgainOnceTheModelHasSpoken() {
		speak("marin");
		this.session.update(RealtimeSessionSettings.builder()
			.instructions("Sing.")
			.audio(SessionAudio.output(voice("marin")))
			.build());
		assertThat(this.connection.expect("session.update").path("session").propertyNames())
			.containsExactlyInAnyOrder("type", "instructions");
	}

	@Test
	void settingsBesideTheVoiceAreSent() {
		speak("marin");
		AudioOutput faster = voice("marin").toBuilder().speed(1.2).build();
		this.session.update(RealtimeSessionSettings.builder().audio(SessionAudio.output(faster)).build());
		assertThat(this.connection.expect("session.update").at("/session/audio/output").propertyNames())
			.containsExactly("speed");
	}

	@Test
	void voiceIsSentAsLongAsTheModelHasNotSpoken() {
		this.connection.receive(spokenWith("marin"));
		this.session.update(RealtimeSessionSettings.builder().audio(SessionAudio.output(voice("marin"))).build());
		assertThat(this.connection.expect("session.update").at("/session/audio/output/voice").asString())
			.isEqualTo("marin");
	}

	@Test
	void otherVoiceIsLeftForTheServerToRefuse() {
		speak("marin");
		this.session.update(RealtimeSessionSettings.builder().audio(SessionAudio.output(voice("cedar"))).build());
		assertThat(this.connection.expect("session.update").at("/session/audio/output/voice").asString())
			.isEqualTo("cedar");
	}

	private void speak(String voice) {
		this.connection.receive(spokenWith(voice), Wire.audioDelta());
	}

	private static String spokenWith(String voice) {
		return "{\"type\":\"session.updated\",\"session\":{\"type\":\"realtime\",\"audio\":{\"output\":{\"voice\":\""
				+ voice + "\"}}}}";
	}

	private static AudioOutput voice(String voice) {
		return AudioOutput.builder().voice(new Voice(voice)).build();
	}

	@Test
	void updatesAreAcknowledgedInOrder() {
		CompletableFuture<SessionUpdated> first = this.session.update(instructions("One."));
		CompletableFuture<SessionUpdated> second = this.session.update(instructions("Two."));
		this.connection.receive(Wire.sessionUpdated("One."));
		assertThat(instructionsOf(first)).isEqualTo("One.");
		assertThat(second).isNotDone();
		this.connection.receive(Wire.sessionUpdated("Two."));
		assertThat(instructionsOf(second)).isEqualTo("Two.");
		assertThat(this.session.settings()).isEqualTo(second.join().session());
	}

	@Test
	void updateSentAsAnEventTakesItsOwnAcknowledgement() {
		this.session.send(SessionUpdate.of(instructions("One.")));
		CompletableFuture<SessionUpdated> second = this.session.update(instructions("Two."));
		this.connection.receive(Wire.sessionUpdated("One."));
		assertThat(second).isNotDone();
		this.connection.receive(Wire.sessionUpdated("Two."));
		assertThat(instructionsOf(second)).isEqualTo("Two.");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refusedUpdateFailsAndTheNextIsAcknowledged(boolean eventNamed) {
		CompletableFuture<SessionUpdated> first = this.session.update(instructions("One."));
		CompletableFuture<SessionUpdated> second = this.session.update(instructions("Two."));
		String id = this.connection.expect("session.update").path("event_id").asString();
		this.connection.receive(Wire.error("invalid_value", "No.", "session.instructions", eventNamed ? id : null));
		assertThat(SessionFailureTests.failure(first)).isInstanceOf(RealtimeErrorException.class)
			.hasMessageContaining("No.");
		this.connection.receive(Wire.sessionUpdated("Two."));
		assertThat(instructionsOf(second)).isEqualTo("Two.");
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void errorsOfOthersConcernNoUpdate() {
		CompletableFuture<SessionUpdated> update = this.session.update(instructions("One."));
		this.connection.receive(Wire.error("invalid_value", "No.", "item.id", null),
				Wire.error("invalid_value", "No.", "session.voice", "event_of_another"));
		assertThat(update).isNotDone();
	}

	@Test
	void acknowledgementThatNobodyAwaitsIsTheNewSettings() {
		this.connection.receive(Wire.sessionUpdated("From elsewhere."));
		assertThat(this.session.settings()).isInstanceOfSatisfying(RealtimeSessionSettings.class,
				(settings) -> assertThat(settings.instructions()).isEqualTo("From elsewhere."));
	}

	@Test
	void endOfTheSessionFailsUpdates() {
		CompletableFuture<SessionUpdated> update = this.session.update(instructions("One."));
		this.connection.end(new ConnectionLost("reset"));
		assertThat(SessionFailureTests.failure(update)).isInstanceOf(SessionClosedException.class);
		assertThatExceptionOfType(SessionClosedException.class)
			.isThrownBy(() -> this.session.update(instructions("Two.")));
	}

	@Test
	void refusedByAFullOutboxAnUpdateAwaitsNothing() {
		SessionFixture small = new SessionFixture().limits(new SessionLimits(10, 10_000, 1, 10_000));
		RealtimeSession bounded = small.opened();
		small.connection().holdSends();
		bounded.sendText("in flight");
		CompletableFuture<SessionUpdated> first = bounded.update(instructions("One."));
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> bounded.update(instructions("Two.")));
		small.connection().completeSend();
		CompletableFuture<SessionUpdated> third = bounded.update(instructions("Three."));
		small.connection().receive(Wire.sessionUpdated("One."), Wire.sessionUpdated("Three."));
		assertThat(instructionsOf(first)).isEqualTo("One.");
		assertThat(instructionsOf(third)).isEqualTo("Three.");
	}

	@Test
	void transcriptionOfBetaNamesTheEventToUse() {
		RealtimeSession beta = new SessionFixture().dialect(Dialect.BETA).opened();
		assertThatExceptionOfType(RealtimeCodecException.class)
			.isThrownBy(() -> beta.update(TranscriptionSessionSettings.builder().build()))
			.withMessageContaining("transcription_session.update");
	}

	private static RealtimeSessionSettings instructions(String instructions) {
		return RealtimeSessionSettings.builder().instructions(instructions).build();
	}

	private static String instructionsOf(CompletableFuture<SessionUpdated> future) {
		assertThat(future).isCompleted();
		return String.valueOf(((RealtimeSessionSettings) future.join().session()).instructions());
	}

}
