package io.realtime4j.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.support.TestClient;
import io.realtime4j.simulator.voice.ToneVoice;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RealtimeSimulatorTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private RealtimeSimulator simulator = builder().start();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void conversationIsHeldOverTheSocket() {
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			client.send("{'type':'conversation.item.create','item':{'type':'message','role':'user',"
					+ "'content':[{'type':'input_text','text':'Hello'}]}}");
			client.send("{'type':'response.create'}");
			client.await("rate_limits.updated");
		}
	}

	@Test
	void addressesNameHostAndPort() {
		assertThat(this.simulator.url()).hasToString("ws://127.0.0.1:" + this.simulator.port() + "/v1/realtime");
		assertThat(this.simulator.baseUrl()).hasToString("http://127.0.0.1:" + this.simulator.port() + "/v1");
	}

	@Test
	void realtimeSubprotocolIsChosen() {
		try (TestClient client = TestClient.connect(this.simulator.url(), "?model=m", Map.of(), "realtime",
				"openai-insecure-api-key.sk-test")) {
			assertThat(client.subprotocol()).isEqualTo("realtime");
			client.await("session.created");
		}
		assertThat(connection().handshake().authenticated()).isTrue();
		assertThat(connection().handshake().toString()).doesNotContain("sk-test");
	}

	@Test
	void betaIsSpokenWhereItIsAskedFor() {
		try (TestClient client = TestClient.connect(this.simulator.url(), "?model=m",
				Map.of("OpenAI-Beta", "realtime=v1"))) {
			assertThat(client.await("session.created").at("/session/modalities")).hasSize(2);
		}
		try (TestClient client = TestClient.connect(this.simulator.url(), "?model=m", Map.of(), "realtime",
				"openai-beta.realtime-v1")) {
			assertThat(client.await("session.created").at("/session/modalities")).hasSize(2);
		}
	}

	@Test
	void demandedKeyIsCheckedBeforeTheUpgrade() throws Exception {
		restart(builder().apiKey("sk-right-key-0123456789"));
		assertThat(refused(Map.of("Authorization", "Bearer sk-wrong-key-9876543210"))).isEqualTo(401);
		assertThat(refused(Map.of())).isEqualTo(401);
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.baseUrl() + "/realtime?model=m"))
			.header("Authorization", "Bearer sk-wrong-key-9876543210")
			.build();
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(Json.parse(response.body()).at("/error/code").asString()).isEqualTo("invalid_api_key");
		assertThat(response.body()).doesNotContain("sk-wrong");
		for (Map<String, String> headers : List.of(Map.of("Authorization", "Bearer sk-right-key-0123456789"),
				Map.of("api-key", "sk-right-key-0123456789"))) {
			try (TestClient client = TestClient.connect(this.simulator.url(), "?model=m", headers)) {
				client.await("session.created");
			}
		}
		try (TestClient client = TestClient.connect(this.simulator.url(), "?model=m", Map.of(), "realtime",
				"openai-insecure-api-key.sk-right-key-0123456789")) {
			client.await("session.created");
		}
	}

	@Test
	void handshakesAreRefusedAsScripted() throws Exception {
		this.simulator.refuseHandshakes(2, 503, Duration.ofSeconds(7));
		assertThat(refused(Map.of())).isEqualTo(503);
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.simulator.baseUrl() + "/realtime?model=m")).build(),
					HttpResponse.BodyHandlers.ofString());
		assertThat(response.headers().firstValue("Retry-After")).contains("7");
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
		}
	}

	@Test
	void unknownPathIsNotFound() throws Exception {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.simulator.baseUrl() + "/nothing")).build(),
					HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(Json.parse(response.body()).at("/error/type").asString()).isEqualTo("invalid_request_error");
	}

	@Test
	void missingAndUnknownModelsEndTheConnection() {
		restart(builder().models("gpt-realtime"));
		try (TestClient client = TestClient.connect(this.simulator.url(), "", Map.of())) {
			assertThat(client.await("error").at("/error/code").asString()).isEqualTo("missing_model");
			assertThat(client.awaitClose()).isEqualTo("4000 invalid_request_error.missing_model");
		}
		try (TestClient client = TestClient.connect(this.simulator.url(), "?model=gpt-nope", Map.of())) {
			assertThat(client.await("error").at("/error/code").asString()).isEqualTo("invalid_model");
			assertThat(client.awaitClose()).isEqualTo("4000 invalid_request_error.invalid_model");
		}
	}

	@Test
	void badFramesLeaveTheSessionGoing() {
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.send("no json");
			assertThat(client.await("error").at("/error/code").asString()).isEqualTo("invalid_json");
			client.send("[1]");
			assertThat(client.await("error").at("/error/code").asString()).isEqualTo("invalid_json");
			client.sendBinary();
			assertThat(client.await("error").at("/error/code").asString()).isEqualTo("invalid_event");
			client.send("{'type':'response.create'}");
			client.await("response.done");
		}
	}

	@Test
	void sixteenMebibytesAreTakenWholeAndInPieces() {
		String large = "{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"instructions\":\""
				+ "a".repeat(16 * 1024 * 1024) + "\"}}";
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.sendPart(large, true);
			assertThat(client.await("session.updated").at("/session/instructions").asString())
				.hasSize(16 * 1024 * 1024);
			int half = large.length() / 2;
			client.sendPart(large.substring(0, half), false);
			client.sendPart(large.substring(half), true);
			client.await("session.updated");
		}
	}

	@Test
	void receivedEventsAreRecordedAndAwaited() {
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			client.send("{'type':'response.create','event_id':'one'}");
			assertThat(connection().awaitReceived("response.create", SOON).path("event_id").asString())
				.isEqualTo("one");
			assertThat(connection().received()).hasSize(1);
			assertThatIllegalStateException()
				.isThrownBy(() -> connection().awaitReceived("response.cancel", Duration.ofMillis(1)))
				.withMessageContaining("response.create");
		}
	}

	@Test
	void connectionIsClosedAsScripted() {
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			connection().send("{\"type\":\"strange\",\"event_id\":\"event_s\"}");
			client.await("strange");
			connection().close(1011, "keepalive ping timeout");
			assertThat(client.awaitClose()).isEqualTo("1011 keepalive ping timeout");
		}
	}

	@Test
	void connectionIsCut() {
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			connection().cut();
			assertThat(client.awaitClose()).isIn("cut", "1006 ");
		}
	}

	@Test
	void stalledConnectionSendsLater() {
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.await("session.created");
			connection().stall();
			client.send("{'type':'response.create'}");
			connection().awaitReceived("response.create", SOON);
			assertThat(client.hasIncoming()).isFalse();
			connection().resume();
			client.await("response.done");
		}
	}

	@Test
	void sessionExpires() {
		restart(builder().sessionLifetime(Duration.ofSeconds(1)));
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			assertThat(client.await("error").at("/error/code").asString()).isEqualTo("session_expired");
			assertThat(client.awaitClose()).isEqualTo("1001 Your session hit the maximum duration of 1 second.");
		}
	}

	@Test
	void portInUseIsTold() {
		assertThatIllegalStateException().isThrownBy(() -> builder().port(this.simulator.port()).start())
			.withMessageContaining("in use");
	}

	@Test
	void systemPropertiesAreLeftAlone() {
		// Another Tomcat of this JVM may have set them
		Properties before = (Properties) System.getProperties().clone();
		System.getProperties().keySet().removeIf((name) -> name.toString().startsWith("catalina."));
		try (RealtimeSimulator other = builder().start()) {
			assertThat(other.port()).isPositive();
			assertThat(System.getProperties()).doesNotContainKeys("catalina.home", "catalina.base");
		}
		finally {
			System.setProperties(before);
		}
	}

	@Test
	void closedSimulatorLeavesNoThread() {
		this.simulator.close();
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		this.simulator = RealtimeSimulator.builder().start();
		try (TestClient client = TestClient.connect(this.simulator.url())) {
			client.send("{'type':'response.create'}");
			client.await("response.done");
			this.simulator.close();
			assertThat(client.awaitClose()).startsWith("1001");
		}
		Set<String> left = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !before.contains(thread) && !thread.getName().startsWith("HttpClient"))
			// One thread of Tomcat, shared by all its WebSocket servers and clients of a
			// JVM
			.filter((thread) -> !thread.getName().equals("WebSocket background processing"))
			.filter(RealtimeSimulatorTests::staysAlive)
			.map(Thread::getName)
			.collect(Collectors.toSet());
		assertThat(left).isEmpty();
	}

	private static RealtimeSimulatorBuilder builder() {
		return RealtimeSimulator.builder().voice(new ToneVoice()).pace(Double.POSITIVE_INFINITY);
	}

	private void restart(RealtimeSimulatorBuilder builder) {
		this.simulator.close();
		this.simulator = builder.start();
	}

	private SimulatorConnection connection() {
		List<SimulatorConnection> connections = this.simulator.connections();
		return connections.get(connections.size() - 1);
	}

	private int refused(Map<String, String> headers) {
		CompletionException failure = catchThrowableOfType(CompletionException.class,
				() -> TestClient.connect(this.simulator.url(), "?model=m", headers));
		return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
	}

	private static boolean staysAlive(Thread thread) {
		try {
			thread.join(5000);
			return thread.isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

}
