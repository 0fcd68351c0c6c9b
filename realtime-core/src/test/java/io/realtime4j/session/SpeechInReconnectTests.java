package io.realtime4j.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.realtime4j.event.client.InputAudioBufferClear;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what somebody is saying when the connection breaks.
 */
class SpeechInReconnectTests {

	private static final String APPEND = "input_audio_buffer.append";

	private static final String COMMIT = "input_audio_buffer.commit";

	private final SessionFixture fixture = new SessionFixture()
		.reconnect(new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(3), null));

	private String settings = Wire.sessionUpdated();

	@Test
	void speechThatWasNotCommittedIsSentAgainBeforeWhatWasSaidMeanwhile() {
		RealtimeSession session = pushToTalk();
		say(session, 1, 2);
		cut();
		say(session, 3);
		ScriptedConnection next = reopen();
		assertThat(spoken(next)).containsExactly(1, 2, 3);
		session.commitAudio();
		assertThat(next.types()).endsWith(COMMIT);
		assertThat(lost()).isZero();
	}

	@Test
	void speechThatIsTooLongToBeSentAgainIsCounted() {
		RealtimeSession session = pushToTalk();
		for (int i = 0; i < 35; i++) {
			say(session, i);
		}
		cut();
		ScriptedConnection next = reopen();
		assertThat(spoken(next)).hasSize(30).startsWith(5).endsWith(34);
		assertThat(lost()).isEqualTo(Duration.ofMillis(500));
	}

	@Test
	void speechThatTheServerCommittedIsNotSentAgain() {
		RealtimeSession session = pushToTalk();
		say(session, 1);
		session.commitAudio();
		say(session, 2);
		this.fixture.connection().receive(Wire.audioCommitted());
		cut();
		ScriptedConnection next = reopen();
		assertThat(spoken(next)).containsExactly(2);
		assertThat(next.types()).doesNotContain(COMMIT);
	}

	@Test
	void commitThatTheServerDidNotAcknowledgeIsSentAgainInItsPlace() {
		RealtimeSession session = pushToTalk();
		session.sendText("Listen.");
		say(session, 1);
		session.commitAudio();
		say(session, 2);
		cut();
		assertThat(reopen().types()).containsExactly("session.update", "conversation.item.create", APPEND, COMMIT,
				APPEND);
	}

	@Test
	void commitThatTheServerRefusedIsNotSentAgain() {
		RealtimeSession session = pushToTalk();
		say(session, 1);
		session.send(new InputAudioBufferCommit("event_commit"));
		this.fixture.connection().receive(Wire.error("invalid_value", "No.", null, "event_commit"));
		cut();
		assertThat(reopen().types()).containsExactly("session.update", APPEND);
	}

	@Test
	void speechThatWasClearedIsNotSentAgain() {
		RealtimeSession session = pushToTalk();
		say(session, 1);
		session.send(InputAudioBufferCommit.of());
		say(session, 2);
		session.send(InputAudioBufferClear.of());
		say(session, 3);
		cut();
		ScriptedConnection next = reopen();
		assertThat(spoken(next)).containsExactly(1, 3);
		assertThat(next.types()).containsExactly("session.update", APPEND, COMMIT, APPEND);
	}

	@Test
	void silenceIsNeitherKeptNorCounted() {
		RealtimeSession session = this.fixture.opened();
		for (int i = 0; i < 50; i++) {
			say(session, i);
		}
		cut();
		assertThat(spoken(reopen())).hasSize(10).startsWith(40);
		assertThat(lost()).isZero();
	}

	@Test
	void speechThatTheServerHearsIsKeptAndCounted() {
		RealtimeSession session = this.fixture.opened();
		for (int i = 0; i < 50; i++) {
			say(session, i);
			if (i == 10) {
				this.fixture.connection().receive(Wire.speechStarted());
			}
		}
		cut();
		assertThat(spoken(reopen())).hasSize(30).startsWith(20);
		assertThat(lost()).isEqualTo(Duration.ofMillis(1900));
	}

	@Test
	void turnThatTheServerTookIsNotSentAgain() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(Wire.speechStarted());
		for (int i = 0; i < 50; i++) {
			say(session, i);
		}
		this.fixture.connection().receive(Wire.speechStopped(), Wire.audioCommitted());
		say(session, 50);
		cut();
		assertThat(spoken(reopen())).containsExactly(50);
		assertThat(lost()).isZero();
	}

	private RealtimeSession pushToTalk() {
		RealtimeSession session = this.fixture.opened();
		this.settings = Wire.turnDetectionOff(ManualClock.START.plusSeconds(3600));
		this.fixture.connection().receive(this.settings);
		return session;
	}

	// 100 ms each, to be known again by their bytes
	private static void say(RealtimeSession session, int... pieces) {
		for (int piece : pieces) {
			byte[] audio = new byte[4800];
			Arrays.fill(audio, (byte) piece);
			session.appendAudio(audio);
		}
	}

	private static List<Integer> spoken(ScriptedConnection connection) {
		List<Integer> pieces = new ArrayList<>();
		for (String text : connection.sent()) {
			JsonNode event = Wire.json(text);
			if (event.path("type").asString().equals(APPEND)) {
				pieces.add((int) event.path("audio").binaryValue()[0]);
			}
		}
		return pieces;
	}

	private void cut() {
		this.fixture.connection().end(new ConnectionLost("reset"));
	}

	private ScriptedConnection reopen() {
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		return this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated(), this.settings);
	}

	private Duration lost() {
		return this.fixture.listener.all(SessionReconnected.class).get(0).lostAudio();
	}

}
