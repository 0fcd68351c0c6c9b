package io.realtime4j.simulator;

import java.time.Duration;
import java.time.Instant;

import io.realtime4j.simulator.connection.Latency;
import io.realtime4j.simulator.connection.ScriptStep;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.connection.SimulatorScript;
import io.realtime4j.simulator.support.TestClient;
import io.realtime4j.simulator.voice.ToneVoice;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ChaosTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final RealtimeSimulator simulator = RealtimeSimulator.builder()
		.voice(new ToneVoice())
		.pace(Double.POSITIVE_INFINITY)
		.start();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void onlyTheNextSessionIsShort() {
		this.simulator.nextSessionLifetime(Duration.ofSeconds(1));
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			long expiresAt = client.await("session.created").at("/session/expires_at").asLong();
			assertThat(expiresAt).isBetween(Instant.now().minusSeconds(5).getEpochSecond(),
					Instant.now().plusSeconds(1).getEpochSecond());
			assertThat(client.await("error").at("/error/code").asString()).isEqualTo("session_expired");
			assertThat(client.awaitClose()).isEqualTo("1001 Your session hit the maximum duration of 1 second.");
			assertThat(connection(1).awaitClosed(SOON)).isEqualTo(1001);
		}
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			assertThat(client.await("session.created").at("/session/expires_at").asLong())
				.isGreaterThan(Instant.now().plusSeconds(3000).getEpochSecond());
		}
	}

	@Test
	void sessionExpiresWhenATestSaysSo() {
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			connection(1).expire();
			assertThat(client.await("error").at("/error/code").asString()).isEqualTo("session_expired");
			assertThat(client.awaitClose()).startsWith("1001 ");
		}
	}

	@Test
	void connectionIsCutInTheMiddleOfAnAnswer() {
		this.simulator.nextResponse("One two three four five six seven eight.");
		SimulatorScript script = this.simulator
			.script(ScriptStep.afterSent("response.output_audio_transcript.delta").times(3).cut());
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.send("{'type':'response.create'}");
			client.await("response.output_audio_transcript.delta");
			assertThat(client.awaitClose()).isIn("cut", "1006 ");
			script.awaitComplete(SOON);
			assertThat(client.all("response.output_audio_transcript.delta")).hasSizeLessThanOrEqualTo(3);
			assertThat(client.all("response.done")).isEmpty();
		}
	}

	@Test
	void stepsHappenInOrderToWhicheverConnectionComes() {
		SimulatorScript script = this.simulator.script(ScriptStep.received("response.create").close(1011, "down"),
				ScriptStep.afterSent("session.created").expire(),
				ScriptStep.beforeSent("session.updated").close(1013, "later"));
		assertThat(script.isComplete()).isFalse();
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			client.send("{'type':'response.create'}");
			assertThat(client.awaitClose()).isEqualTo("1011 down");
		}
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			assertThat(client.awaitClose()).startsWith("1001 ");
		}
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.send("{'type':'session.update','session':{'type':'realtime','instructions':'Be brief.'}}");
			assertThat(client.awaitClose()).isEqualTo("1013 later");
		}
		script.awaitComplete(SOON);
		assertThat(connection(3).awaitClosed(SOON)).isEqualTo(1013);
	}

	@Test
	void eventsAreLeftOutUntilATestSaysOtherwise() {
		this.simulator.leaveOut("input_audio_buffer.cleared");
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.send("{'type':'input_audio_buffer.clear'}");
			client.send("{'type':'session.update','session':{'type':'realtime','instructions':'Be brief.'}}");
			client.await("session.updated");
			assertThat(client.all("input_audio_buffer.cleared")).isEmpty();
			this.simulator.leaveOut();
			client.send("{'type':'input_audio_buffer.clear'}");
			client.await("input_audio_buffer.cleared");
		}
	}

	@Test
	void membersAreLeftOutUntilATestSaysOtherwise() {
		this.simulator.leaveOutMembers("event_id", "response.output.id", "response.metadata.none", "delta.deeper");
		try (TestClient client = TestClient.connect(this.simulator.url()).lenient()) {
			client.send("{'type':'response.create'}");
			ObjectNode done = client.await("response.done");
			assertThat(done.has("event_id")).isFalse();
			assertThat(done.at("/response/output/0").has("id")).isFalse();
			assertThat(done.at("/response/output/0/content/0/transcript").asString()).isNotEmpty();
			assertThat(client.all("response.output_audio.delta")).isNotEmpty()
				.allMatch((delta) -> delta.has("item_id"));
			this.simulator.leaveOutMembers();
			client.send("{'type':'response.create'}");
			done = client.await("response.done");
			assertThat(done.has("event_id")).isTrue();
			assertThat(done.at("/response/output/0").has("id")).isTrue();
		}
	}

	@Test
	void serverFallsSilentUntilItIsReset() {
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			this.simulator.fallSilent();
			client.send("{'type':'input_audio_buffer.clear'}");
			connection(1).awaitReceived("input_audio_buffer.clear", SOON);
			connection(1).close(1000, "");
			client.awaitClose();
			assertThat(client.all("input_audio_buffer.cleared")).isEmpty();
		}
		this.simulator.reset();
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
		}
	}

	@Test
	void errorAnswersTheEventOfTheClient() {
		this.simulator
			.script(ScriptStep.received("response.create").times(2).error("server_error", "overloaded", "Busy."));
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.send("{'type':'response.create','event_id':'first'}");
			client.await("response.done");
			client.send("{'type':'response.create','event_id':'second'}");
			assertThat(client.await("error").path("error")).isEqualTo(Json
				.parse("{\"type\":\"server_error\",\"code\":\"overloaded\",\"message\":\"Busy.\",\"param\":null,"
						+ "\"event_id\":\"second\"}"));
			client.send("{'type':'response.create','event_id':'third'}");
			client.await("rate_limits.updated");
			assertThat(client.all("response.created")).hasSize(2);
		}
	}

	@Test
	void eventsAreLost() {
		this.simulator.script(ScriptStep.received("response.create").drop(),
				ScriptStep.beforeSent("response.created").drop());
		try (TestClient client = TestClient.connect(this.simulator.url()).lenient()) {
			client.send("{'type':'response.create'}");
			client.send("{'type':'response.create'}");
			client.await("response.done");
			assertThat(client.all("response.created")).isEmpty();
			assertThat(client.all("response.done")).hasSize(1);
		}
	}

	@Test
	void anythingIsSentAndRun() {
		this.simulator.script(
				ScriptStep.afterSent("session.created").send("{\"type\":\"strange\",\"event_id\":\"event_1\"}"),
				ScriptStep.received("response.create").run(SimulatorConnection::expire));
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("strange");
			client.send("{'type':'response.create'}");
			assertThat(client.awaitClose()).startsWith("1001 ");
		}
	}

	@Test
	void pauseDelaysWhatFollows() {
		this.simulator.script(ScriptStep.afterSent("session.created").pause(Duration.ofMillis(300)));
		long begin = System.nanoTime();
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			client.send("{'type':'session.update','session':{'type':'realtime'}}");
			client.await("session.updated");
			assertThat(System.nanoTime() - begin).isGreaterThan(Duration.ofMillis(299).toNanos());
		}
	}

	@Test
	void latencyDelaysEachMessageAndKeepsTheirOrder() {
		this.simulator.setLatency(new Latency(Duration.ofMillis(100), Duration.ofMillis(50)));
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			long asked = System.nanoTime();
			client.send("{'type':'response.create'}");
			client.await("response.created");
			assertThat(System.nanoTime() - asked).isGreaterThan(Duration.ofMillis(99).toNanos());
			client.await("rate_limits.updated");
		}
	}

	@Test
	void handshakeIsAnsweredLate() {
		this.simulator.delayHandshakes(1, Duration.ofMillis(300));
		long begin = System.nanoTime();
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			assertThat(System.nanoTime() - begin).isGreaterThan(Duration.ofMillis(299).toNanos());
		}
	}

	@Test
	void connectionsAreAwaited() {
		try (TestClient first = TestClient.connect(this.simulator.url())) {
			// A client may be connected before the server has counted it
			assertThat(first.await("session.created").at("/session/id").asString())
				.isEqualTo(connection(1).sessionId());
			secondConnectionIsAwaited();
		}
	}

	private void secondConnectionIsAwaited() {
		try (TestClient second = TestClient.connect(this.simulator.url())) {
			ObjectNode created = second.await("session.created");
			assertThat(connection(2).sessionId()).isEqualTo(created.at("/session/id").asString());
			assertThatIllegalStateException().isThrownBy(() -> this.simulator.awaitConnection(3, Duration.ofMillis(1)))
				.withMessage("Connection 3 did not come, but only 2 within 1 ms");
			assertThatIllegalStateException().isThrownBy(() -> connection(2).awaitClosed(Duration.ofMillis(1)));
		}
	}

	@Test
	void impossibleStepsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptStep.received("response.create").times(0));
		assertThatIllegalArgumentException().isThrownBy(() -> new Latency(Duration.ofMillis(-1), Duration.ZERO));
		SimulatorScript script = this.simulator.script(ScriptStep.received("response.create").times(2).cut());
		assertThatIllegalStateException().isThrownBy(() -> script.awaitComplete(Duration.ofMillis(1)))
			.withMessageContaining("RECEIVED response.create times 2");
	}

	private SimulatorConnection connection(int number) {
		return this.simulator.awaitConnection(number, SOON);
	}

}
