package io.realtime4j.session;

import java.time.Duration;
import java.util.List;

import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.speech.AnswerLatency;
import io.realtime4j.speech.TurnEnd;
import io.realtime4j.transport.ConnectionLost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnswerLatency}, as {@link AnswerStarted} tells it.
 */
class AnswerLatencyTests {

	private static final String SILENCE_OF_HALF_A_SECOND = "{\"type\":\"server_vad\",\"silence_duration_ms\":500}";

	private static final int PIECE_MILLIS = 100;

	private static final byte[] PIECE = new byte[48 * PIECE_MILLIS];

	private final SessionFixture fixture = new SessionFixture()
		.reconnect(new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(3), null))
		.customizer((builder) -> builder.interceptor(PlaybackInterceptor.factory((session) -> this.sink)));

	private @Nullable AudioSink sink = new Sink();

	private int connections;

	private long playedMillis;

	@Test
	void partsFollowEachOther() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		speak(session, 12);
		advance(50);
		stopSpeech(1100);
		advance(300);
		answer();
		advance(200);
		assertThat(started()).isEmpty();
		this.playedMillis = 100;
		advance(200);
		assertThat(started()).containsExactly(new AnswerStarted("resp_1", "item_1", new AnswerLatency(TurnEnd.SPEECH,
				Duration.ofMillis(650), Duration.ofMillis(300), Duration.ofMillis(300))));
		assertThat(started().get(0).latency().total()).isEqualTo(Duration.ofMillis(1250));
	}

	@Test
	void withoutSinkItIsToldWithTheFirstAudio() {
		this.sink = null;
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		speak(session, 12);
		stopSpeech(1200);
		answer();
		assertThat(latency()).isEqualTo(new AnswerLatency(TurnEnd.SPEECH, Duration.ofMillis(500), Duration.ZERO, null));
		assertThat(latency().total()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"type\":\"semantic_vad\"} | 1100", "{\"type\":\"server_vad\"} | 1100",
					"{\"type\":\"server_vad\",\"silence_duration_ms\":500} | 0",
					"{\"type\":\"server_vad\",\"silence_duration_ms\":500} | 400",
					"{\"type\":\"server_vad\",\"silence_duration_ms\":500} | 60000" })
	void whatTheServerDoesNotSayIsUnknown(String detection, long audioEndMillis) {
		RealtimeSession session = listening(detection);
		speak(session, 12);
		stopSpeech(audioEndMillis);
		answer();
		hear(50);
		assertThat(latency().detection()).isNull();
		assertThat(latency().playback()).isNotNull();
		assertThat(latency().total()).isNull();
	}

	@Test
	void audioThatComesAtOnceWasNotSpokenBefore() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		advance(1000);
		session.appendAudio(new byte[48 * 1200]);
		advance(70);
		stopSpeech(1100);
		answer();
		hear(50);
		assertThat(latency().detection()).isEqualTo(Duration.ofMillis(70));
	}

	@Test
	void turnThatIsCommittedBeginsWithTheCommit() {
		RealtimeSession session = listening("null");
		speak(session, 5);
		session.commitAudio();
		advance(20);
		session.respond();
		advance(30);
		answer();
		hear(50);
		assertThat(latency())
			.isEqualTo(new AnswerLatency(TurnEnd.COMMIT, null, Duration.ofMillis(50), Duration.ofMillis(150)));
		assertThat(latency().total()).isEqualTo(Duration.ofMillis(200));
	}

	@Test
	void textBeginsWithTheRequest() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		session.sendText("Hello");
		session.respond();
		advance(80);
		answer();
		hear(200);
		assertThat(latency()).isEqualTo(new AnswerLatency(TurnEnd.REQUEST, null, Duration.ofMillis(80), Duration.ZERO));
	}

	@Test
	void speechThatTheApplicationAnswersBeginsWithItsEnd() {
		RealtimeSession session = listening(
				"{\"type\":\"server_vad\",\"silence_duration_ms\":500,\"create_response\":false}");
		speak(session, 12);
		stopSpeech(1200);
		advance(100);
		session.respond();
		answer();
		hear(50);
		assertThat(latency()).extracting("turnEnd", "response").containsExactly(TurnEnd.SPEECH, Duration.ofMillis(100));
	}

	@Test
	void callsOfToolsAreInTheResponse() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		session.respond();
		advance(100);
		connection().receive(SpokenDialogue.call("0"));
		advance(400);
		session.followUp();
		advance(100);
		answer();
		hear(50);
		assertThat(latency()).extracting("turnEnd", "response")
			.containsExactly(TurnEnd.REQUEST, Duration.ofMillis(600));
	}

	@Test
	void onlyTheFirstSoundOfAnAnswerIsTold() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		session.respond();
		answer();
		hear(50);
		connection().receive(Wire.audioDelta());
		connection().receive(Wire.responseDone("resp_1", null));
		session.followUp();
		connection().receive(SpokenDialogue.answer("2", "And more.", null));
		advance(1000);
		assertThat(started()).hasSize(1);
	}

	@Test
	void whatStandsBesideTheConversationIsNoAnswer() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		session.respond(ResponseSettings.builder().conversation(ResponseConversation.NONE).build());
		connection().skip();
		answer();
		advance(1000);
		assertThat(started()).isEmpty();
	}

	@Test
	void interruptedAnswerWasNotHeard() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		session.respond();
		answer();
		session.interrupt();
		this.playedMillis = 10;
		advance(200);
		assertThat(latency().playback()).isNull();
	}

	@Test
	void answerThatWasHeardBeforeItsInterruptionIsTold() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		session.respond();
		answer();
		advance(60);
		this.playedMillis = 40;
		connection().receive(Wire.speechStarted());
		assertThat(latency().playback()).isEqualTo(Duration.ofMillis(20));
	}

	@Test
	void sinkThatReportsNothingIsNotAwaitedForever() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		session.respond();
		answer();
		advance(SessionFixture.TIMEOUTS.playback().minusSeconds(1).toMillis());
		assertThat(started()).isEmpty();
		advance(2000);
		assertThat(latency().playback()).isNull();
	}

	@Test
	void positionsBeginAnewWithAnotherConnection() {
		RealtimeSession session = listening(SILENCE_OF_HALF_A_SECOND);
		speak(session, 30);
		connection().end(new ConnectionLost("lost"));
		advance(1000);
		this.connections++;
		connection().accept().receive(Wire.sessionCreated(), updated(SILENCE_OF_HALF_A_SECOND));
		speak(session, 12);
		long kept = sentMillis() - 12 * PIECE_MILLIS;
		stopSpeech(kept + 1200);
		answer();
		hear(50);
		assertThat(latency().detection()).isEqualTo(Duration.ofMillis(500));
	}

	private RealtimeSession listening(String detection) {
		RealtimeSession session = this.fixture.opened();
		connection().receive(updated(detection));
		return session;
	}

	private static String updated(String detection) {
		ObjectNode event = (ObjectNode) Wire.json(Wire.sessionUpdated());
		((ObjectNode) event.get("session")).putObject("audio")
			.putObject("input")
			.set("turn_detection", Wire.json(detection));
		return event.toString();
	}

	private void speak(RealtimeSession session, int pieces) {
		for (int i = 0; i < pieces; i++) {
			advance(PIECE_MILLIS);
			session.appendAudio(PIECE);
		}
	}

	private long sentMillis() {
		return connection().sent()
			.stream()
			.map(Wire::json)
			.filter((event) -> event.path("type").asString().equals("input_audio_buffer.append"))
			.mapToLong((event) -> event.path("audio").asString().length() * 3L / 4 / 48)
			.sum();
	}

	private void stopSpeech(long audioEndMillis) {
		connection().receive(Wire.speechStarted());
		connection()
			.receive(Wire.event("input_audio_buffer.speech_stopped").put("audio_end_ms", audioEndMillis).toString());
	}

	private void answer() {
		connection().receive(Wire.responseCreated("resp_1", metadataOfRequest()));
		connection().receive(Wire.audioDelta());
	}

	private @Nullable JsonNode metadataOfRequest() {
		List<JsonNode> requests = connection().sent()
			.stream()
			.map(Wire::json)
			.filter((event) -> event.path("type").asString().equals("response.create"))
			.toList();
		return requests.isEmpty() ? null : Wire.metadata(requests.get(requests.size() - 1));
	}

	private void hear(long millis) {
		advance(180);
		this.playedMillis = millis;
		advance(20);
	}

	private void advance(long millis) {
		this.fixture.scheduler.advance(Duration.ofMillis(millis));
	}

	private AnswerLatency latency() {
		assertThat(started()).hasSize(1);
		return started().get(0).latency();
	}

	private List<AnswerStarted> started() {
		return this.fixture.listener.all(AnswerStarted.class);
	}

	private ScriptedConnection connection() {
		return this.fixture.transport.connection(this.connections);
	}

	private final class Sink implements AudioSink {

		@Override
		public void play(AudioChunk chunk) {
		}

		@Override
		public void clear() {
		}

		@Override
		public long playedMillis(String itemId, long contentIndex) {
			return AnswerLatencyTests.this.playedMillis;
		}

	}

}
