package io.realtime4j.session;

import java.util.List;

import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.model.tool.FunctionTool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for sessions that begin from the default of their client.
 */
class DefaultSpecTests {

	private static final SessionSpec DEFAULT = SessionSpec
		.builder(RealtimeSessionSettings.builder()
			.model(SessionFixture.SETTINGS.model())
			.instructions("Be brief.")
			.audio(new SessionAudio(AudioInput.builder().format(AudioPcm.at24kHz()).build(),
					AudioOutput.builder().format(AudioPcm.at24kHz()).voice(Voice.MARIN).build()))
			.tools(List.of(FunctionTool.builder().name("lookup").build()))
			.build())
		.greeting(Greeting.ofText("Hello."))
		.attribute("desk", 1)
		.build();

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void sessionIsAsTheDefaultSays() {
		RealtimeSession session = client().open();
		JsonNode settings = openingSettings();
		assertThat(this.fixture.transport.attempt(0).uri()).hasParameter("model", "gpt-realtime");
		assertThat(settings.path("instructions").asString()).isEqualTo("Be brief.");
		assertThat(settings.path("tools")).hasSize(1);
		assertThat(session.attributes()).containsEntry("desk", 1);
		this.fixture.connection().expect("response.create");
	}

	@Test
	void customizerChangesOneThingAndKeepsTheRest() {
		client().open(
				(spec) -> spec
					.settings(
							(settings) -> settings.instructions(settings.build().instructions() + " The guest is Ada.")
								.audioOutput((output) -> output.voice(Voice.CEDAR)))
					.greeting(null));
		JsonNode settings = openingSettings();
		assertThat(settings.path("instructions").asString()).isEqualTo("Be brief. The guest is Ada.");
		assertThat(settings.at("/audio/output/voice").asString()).isEqualTo("cedar");
		assertThat(settings.at("/audio/output/format/rate").asInt()).isEqualTo(24_000);
		assertThat(settings.at("/audio/input/format/rate").asInt()).isEqualTo(24_000);
		assertThat(settings.path("tools")).hasSize(1);
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void customizerLeavesTheDefaultAlone() {
		RealtimeClient client = client();
		client.create((spec) -> spec.settings((settings) -> settings.instructions("Other.")));
		assertThat(client.defaultSpec()).isEqualTo(DEFAULT);
	}

	@Test
	void createdSessionsOpenAtTheirFirstUse() {
		RealtimeClient client = client();
		assertThat(client.create().state()).isEqualTo(SessionState.NEW);
		assertThat(client.create((spec) -> spec.attribute("user", "u1")).attributes()).containsEntry("desk", 1)
			.containsEntry("user", "u1");
		assertThat(client.sessions()).hasSize(2);
	}

	@Test
	void specIsTakenAsItIs() {
		client().open(SessionSpec.of(SessionFixture.SETTINGS));
		assertThat(openingSettings().has("tools")).isFalse();
	}

	@Test
	void defaultIsAskedForWhenSessionBegins() {
		RealtimeClient client = this.fixture
			.customizer((builder) -> builder.defaultSpec(() -> SessionSpec.of(SessionFixture.SETTINGS)))
			.client();
		assertThat(client.defaultSpec()).isEqualTo(SessionSpec.of(SessionFixture.SETTINGS));
	}

	@Test
	void clientWithoutDefaultSaysWhatToGive() {
		RealtimeClient client = this.fixture.client();
		assertThatIllegalStateException().isThrownBy(client::open).withMessageContaining("defaultSpec");
		assertThatIllegalStateException().isThrownBy(() -> client.create((spec) -> {
		})).withMessageContaining("defaultSpec");
	}

	@Test
	void settingsOfTranscriptionAreChangedInTheirOwnWay() {
		SessionSpec.Builder transcription = SessionSpec
			.builder(TranscriptionSessionSettings.builder().include(List.of()).build())
			.transcription((settings) -> settings.audioInput((input) -> input.format(AudioPcm.at24kHz())));
		assertThat(transcription.build().settings()).isEqualTo(TranscriptionSessionSettings.builder()
			.include(List.of())
			.audio(SessionAudio.input(AudioInput.builder().format(AudioPcm.at24kHz()).build()))
			.build());
		assertThatIllegalStateException()
			.isThrownBy(() -> transcription.settings((settings) -> settings.instructions("x")));
		assertThatIllegalStateException().isThrownBy(() -> DEFAULT.toBuilder().transcription((settings) -> {
		}));
	}

	@Test
	void builderTellsItsSettings() {
		assertThat(DEFAULT.toBuilder().settings()).isEqualTo(DEFAULT.settings());
		assertThat(SessionSpec.sideband("rtc_1").settings()).isNull();
	}

	private RealtimeClient client() {
		return this.fixture.customizer((builder) -> builder.defaultSpec(DEFAULT)).client();
	}

	private JsonNode openingSettings() {
		ScriptedConnection connection = this.fixture.connection();
		connection.accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		return connection.expect("session.update").path("session");
	}

}
