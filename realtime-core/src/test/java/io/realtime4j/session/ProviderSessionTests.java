package io.realtime4j.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.realtime4j.ProtocolFiles;
import io.realtime4j.codec.Dialect;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.NoiseReduction;
import io.realtime4j.model.session.NoiseReductionType;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SemanticVad;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.provider.Provider;
import io.realtime4j.provider.UnsupportedSettingException;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for sessions with servers of particular providers.
 */
class ProviderSessionTests {

	private static final ReconnectPolicy POLICY = new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1),
			Duration.ofSeconds(1), null);

	private static final String UPDATED = """
			{"type":"session.updated","event_id":"e3","session":{"instructions":"Be brief.","voice":"ara",
			"turn_detection":{"type":null},"modalities":["audio"],"input_audio_format":"not specified"}}""";

	private final SessionFixture fixture = new SessionFixture().reconnect(POLICY);

	private static String conversation(String id) {
		return """
				{"type":"conversation.created","event_id":"e2","previous_item_id":null,
				"conversation":{"id":"%s","object":"realtime.conversation"}}""".formatted(id);
	}

	private static String item(String id, String previous, String role, String text) {
		String type = role.equals("user") ? "input_text" : "text";
		return """
				{"type":"conversation.item.added","event_id":"e4","previous_item_id":%s,"item":{"id":"%s",
				"type":"message","role":"%s","status":"completed","content":[{"type":"%s","text":"%s"}]}}"""
			.formatted((previous != null) ? '"' + previous + '"' : null, id, role, type, text);
	}

	private RealtimeSession talkedTo() {
		RealtimeSession session = this.fixture.provider(Provider.XAI, Dialect.GA).connecting();
		ScriptedConnection connection = this.fixture.connection();
		connection.accept().receive(Wire.sessionCreated(), conversation("c1"), UPDATED);
		JsonNode update = connection.expect("session.update");
		assertThat(update.at("/session/resumption/enabled").asBoolean()).isTrue();
		connection.receive(item("u1", null, "user", "Cobalt."), item("a1", "u1", "assistant", "Got it."));
		return session;
	}

	private ScriptedConnection comeBack() {
		this.fixture.connection().end(new Closed(1011, "test"));
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		return this.fixture.transport.connection(1);
	}

	private String address(int connection) {
		return this.fixture.transport.attempt(connection).uri().toString();
	}

	private static List<String> texts(RealtimeSession session) {
		return session.conversation()
			.entries()
			.stream()
			.map((entry) -> (entry instanceof MessageEntry message) ? message.text() : "")
			.toList();
	}

	@Test
	void conversationThatTheServerKeptIsNotToldAgain() {
		RealtimeSession session = talkedTo();
		ScriptedConnection again = comeBack();
		assertThat(address(0)).doesNotContain("conversation_id");
		assertThat(address(1)).endsWith("&conversation_id=c1");
		again.accept().receive(Wire.sessionCreated(), conversation("c1"));
		again.expect("session.update");
		again.receive(item("r1", null, "assistant", "Got it."), UPDATED);
		again.expectNothingMore();
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.listener.all(SessionReconnected.class).get(0).restoredItems()).isEqualTo(1);
		again.receive(item("u2", "r1", "user", "Which word?"), item("a2", "u2", "assistant", "Cobalt it was."));
		assertThat(texts(session)).containsExactly("Cobalt.", "Got it.", "Which word?", "Cobalt it was.");
	}

	@Test
	void conversationThatTheServerLostIsToldAgain() {
		RealtimeSession session = talkedTo();
		ScriptedConnection again = comeBack();
		again.accept().receive(Wire.sessionCreated(), conversation("c2"));
		again.expect("session.update");
		again.expectNothingMore();
		again.receive(UPDATED);
		tellAgain(session, again);
		again.end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		assertThat(address(2)).endsWith("&conversation_id=c2");
	}

	@Test
	void conversationThatComesBackEmptyIsToldAgain() {
		RealtimeSession session = talkedTo();
		ScriptedConnection again = comeBack();
		again.accept().receive(Wire.sessionCreated(), conversation("c1"));
		again.expect("session.update");
		again.receive(UPDATED);
		tellAgain(session, again);
	}

	private static void tellAgain(RealtimeSession session, ScriptedConnection again) {
		JsonNode first = again.expect("conversation.item.create");
		JsonNode second = again.expect("conversation.item.create");
		assertThat(session.state()).isEqualTo(SessionState.RECONNECTING);
		again.receive(Wire.itemAdded(first), Wire.itemAdded(second));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(texts(session)).containsExactly("Cobalt.", "Got it.");
	}

	@Test
	void serverThatKeepsNoConversationIsToldAtOnce() {
		this.fixture.opened();
		this.fixture.connection().receive(conversation("c1"), item("u1", null, "user", "Cobalt."));
		ScriptedConnection again = comeBack();
		assertThat(address(1)).doesNotContain("conversation_id");
		again.accept().receive(Wire.sessionCreated());
		again.expect("session.update");
		again.expect("conversation.item.create");
	}

	@Test
	void recordedReturnNeedsNoHistory() {
		Path file = ProtocolFiles.list("recordings", "xai-session-drop.jsonl").get(0);
		RealtimeSession session = this.fixture.provider(Provider.XAI, Dialect.GA).connecting();
		ScriptedConnection connection = this.fixture.connection().accept();
		for (JsonNode line : ProtocolFiles.lines(file)) {
			if (line.path("kind").asString("").equals("close")) {
				connection = comeBack().accept();
				assertThat(address(1)).endsWith("&conversation_id=43f1cce0-e323-4a24-b2b1-de4b40b374b6");
			}
			else if (line.path("direction").asString("").equals("received")) {
				connection.receive(line.get("data").toString());
			}
		}
		assertThat(connection.types()).containsExactly("session.update");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(texts(session)).containsExactly("Remember exactly: the code word is cobalt. Briefly acknowledge it.",
				"Got it—code word is cobalt.", "What code word did I ask you to remember?",
				"Cobalt. The code word you asked me to remember is cobalt.");
	}

	@Test
	void settingsThatStandElsewhereDoNotDiffer() {
		RealtimeSessionSettings settings = RealtimeSessionSettings.builder()
			.instructions("Be brief.")
			.audio(new SessionAudio(AudioInput.builder().turnDetectionOff().build(),
					AudioOutput.builder().voice(new Voice("ara")).build()))
			.build();
		this.fixture.provider(Provider.XAI, Dialect.GA).client().open(SessionSpec.of(settings));
		this.fixture.connection().accept().receive(Wire.sessionCreated(), UPDATED);
		assertThat(this.fixture.listener.all(SettingsDiffer.class)).isEmpty();
		assertThat(this.fixture.listener.all(SessionOpened.class)).hasSize(1);
	}

	@Test
	void settingsThatWereLeftOutAreToldOnce() {
		AudioInput input = AudioInput.builder()
			.noiseReduction(new NoiseReduction(NoiseReductionType.NEAR_FIELD, null, Map.of()))
			.build();
		RealtimeSessionSettings settings = RealtimeSessionSettings.builder()
			.instructions("Be brief.")
			.audio(SessionAudio.input(input))
			.build();
		RealtimeSession session = this.fixture.provider(Provider.XAI, Dialect.GA)
			.client()
			.open(SessionSpec.of(settings));
		ScriptedConnection connection = this.fixture.connection();
		connection.accept().receive(Wire.sessionCreated(), UPDATED);
		assertThat(connection.expect("session.update").path("session").has("audio")).isFalse();
		assertThat(this.fixture.listener.all(SettingsDiffer.class))
			.containsExactly(new SettingsDiffer(List.of("audio.input.noise_reduction")));
		session.update(RealtimeSessionSettings.builder().instructions("Be brief.").build());
		connection.receive(UPDATED);
		assertThat(this.fixture.listener.all(SettingsDiffer.class)).hasSize(1);
	}

	@Test
	void settingsThatCannotWorkAreRefused() {
		RealtimeSessionSettings settings = RealtimeSessionSettings.builder()
			.audio(SessionAudio.input(AudioInput.builder().turnDetection(SemanticVad.builder().build()).build()))
			.build();
		this.fixture.provider(Provider.XAI, Dialect.GA);
		assertThatExceptionOfType(UnsupportedSettingException.class)
			.isThrownBy(() -> this.fixture.client().open(SessionSpec.of(settings)))
			.withMessageContaining("audio.input.turn_detection");
		RealtimeSession session = this.fixture.connecting();
		assertThatExceptionOfType(UnsupportedSettingException.class).isThrownBy(() -> session.update(settings));
	}

	@Test
	void voiceLiveIsSpokenToInBetaWithoutItsHeader() {
		RealtimeSessionSettings settings = RealtimeSessionSettings.builder()
			.model(new RealtimeModel("gpt-realtime"))
			.instructions("Be brief.")
			.audio(SessionAudio.output(AudioOutput.builder().voice(new Voice("en-US-AvaNeural")).build()))
			.build();
		RealtimeSession session = this.fixture.provider(Provider.VOICE_LIVE, Dialect.BETA)
			.client()
			.open(SessionSpec.of(settings));
		ScriptedConnection connection = this.fixture.connection();
		String voice = "\"voice\":{\"name\":\"en-US-AvaNeural\",\"type\":\"azure-standard\",\"temperature\":null}";
		connection.accept().receive(Wire.sessionCreated());
		connection.receive("{\"type\":\"session.updated\",\"event_id\":\"e\",\"session\":{" + voice + "}}");
		assertThat(connection.expect("session.update").at("/session/voice/type").asString())
			.isEqualTo("azure-standard");
		assertThat(address(0)).isEqualTo("wss://api.example.com/v1/realtime?api-version=2025-10-01&model=gpt-realtime");
		assertThat(this.fixture.transport.attempt(0).headerNames()).doesNotContain("OpenAI-Beta");
		assertThat(this.fixture.listener.all(SettingsDiffer.class)).isEmpty();
		connection.receive(Wire.audioDelta());
		session.update(settings);
		assertThat(connection.expect("session.update").path("session").has("voice")).isFalse();
	}

}
