package io.realtime4j.simulator.rest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.support.BridgedApplication;
import io.realtime4j.simulator.support.TestClient;
import io.realtime4j.simulator.wire.Json;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pages post to the bridge of the starter.
 */
class BridgeHttpTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String OFFER = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
			+ "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=rtpmap:111 opus/48000/2\r\n";

	private final BridgedApplication application = BridgedApplication.start("realtime.session.instructions=Be kind.",
			"realtime.bridge.client-secret.enabled=true", "realtime.bridge.client-secret.lifetime=60s",
			"realtime.bridge.calls.enabled=true", "realtime.bridge.max-sessions=1");

	@AfterEach
	void close() {
		this.application.close();
	}

	@Test
	void secretIsBoundToTheSessionOfPages() throws Exception {
		HttpResponse<String> response = post("/realtime/client-secret", "", null);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
		ObjectNode secret = Json.parse(response.body());
		assertThat(secret.propertyNames()).containsExactly("value", "expires_at");
		try (TestClient page = TestClient.connect(this.application.simulator().url(), "",
				Map.of("Authorization", "Bearer " + secret.path("value").asString()))) {
			assertThat(page.await("session.created").at("/session/instructions").asString()).isEqualTo("Be kind.");
		}
	}

	@Test
	void pagesOfOthersGetNothing() throws Exception {
		assertThat(post("/realtime/client-secret", "", "https://evil.example.com").statusCode()).isEqualTo(403);
		assertThat(post("/realtime/calls", OFFER, "https://evil.example.com").statusCode()).isEqualTo(403);
		assertThat(post("/realtime/calls", OFFER, "null").statusCode()).isEqualTo(403);
		String own = "http://127.0.0.1:" + this.application.port();
		assertThat(post("/realtime/client-secret", "", own).statusCode()).isEqualTo(200);
	}

	@Test
	void otherMethodsAreRefused() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(uri("/realtime/client-secret")).build();
		assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
			.isEqualTo(405);
	}

	@Test
	void callIsWatchedFromTheSide() throws Exception {
		HttpResponse<String> response = post("/realtime/calls", OFFER, null);
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/sdp"));
		assertThat(response.body()).startsWith("v=0");
		SimulatorConnection connection = this.application.simulator().awaitConnection(1, SOON);
		assertThat(connection.awaitReceived("session.update", SOON).at("/session/instructions").asString())
			.isEqualTo("Be kind.");
		assertThat(post("/realtime/calls", OFFER, null).statusCode()).isEqualTo(429);
	}

	@Test
	void whatIsNoOfferIsRefused() throws Exception {
		assertThat(post("/realtime/calls", "hello", null).statusCode()).isEqualTo(400);
		assertThat(post("/realtime/calls", "v=0" + "x".repeat(70_000), null).statusCode()).isEqualTo(413);
		assertThat(this.application.simulator().connections()).isEmpty();
	}

	@Test
	void serviceThatRefusesIsBadGatewayAndLeavesRoom() throws Exception {
		this.application.simulator().refuseRequests(2, 500);
		HttpResponse<String> response = post("/realtime/calls", OFFER, null);
		assertThat(response.statusCode()).isEqualTo(502);
		assertThat(response.body()).doesNotContain("server had an error");
		assertThat(post("/realtime/client-secret", "", null).statusCode()).isEqualTo(502);
		assertThat(post("/realtime/calls", OFFER, null).statusCode()).isEqualTo(201);
	}

	@Test
	void callWithoutItsSessionIsHungUp() throws Exception {
		this.application.simulator().refuseHandshakes(1, 403);
		assertThat(post("/realtime/calls", OFFER, null).statusCode()).isEqualTo(201);
		RealtimeClient client = this.application.bean(RealtimeClient.class);
		// The session of the application itself was never opened
		Awaitility.await().atMost(SOON).until(() -> client.sessions().size() == 1);
		awaitPlace();
	}

	@Test
	void callWhoseSessionEndsByItselfIsHungUpAndLeavesItsPlace() throws Exception {
		SimulatedCall call = begun();
		session().close();
		call.awaitState(SimulatedCall.State.ENDED, SOON);
		awaitPlace();
	}

	@Test
	void callWhoseSessionMayNotGoOnIsHungUp() throws Exception {
		SimulatedCall call = begun();
		this.application.simulator().refuseHandshakes(1, 403);
		this.application.simulator().awaitConnection(1, SOON).cut();
		call.awaitState(SimulatedCall.State.ENDED, SOON);
		awaitPlace();
	}

	@Test
	void pageThatHangsUpLeavesItsPlace() throws Exception {
		SimulatedCall call = begun();
		RealtimeSession session = session();
		call.callerHangsUp();
		assertThat(session.closed()).succeedsWithin(SOON);
		awaitPlace();
	}

	@Test
	void applicationThatStopsHangsUp() throws Exception {
		SimulatedCall call = begun();
		this.application.close();
		assertThat(call.state()).isEqualTo(SimulatedCall.State.ENDED);
	}

	private SimulatedCall begun() throws Exception {
		assertThat(post("/realtime/calls", OFFER, null).statusCode()).isEqualTo(201);
		assertThat(post("/realtime/calls", OFFER, null).statusCode()).isEqualTo(429);
		SimulatedCall call = this.application.simulator().calls().get(0);
		this.application.simulator().awaitConnection(1, SOON).awaitReceived("session.update", SOON);
		assertThat(call.state()).isEqualTo(SimulatedCall.State.ACTIVE);
		return call;
	}

	private RealtimeSession session() {
		RealtimeSession own = this.application.bean(RealtimeSession.class);
		return this.application.bean(RealtimeClient.class)
			.sessions()
			.stream()
			.filter((one) -> !one.id().equals(own.id()))
			.findFirst()
			.orElseThrow();
	}

	private void awaitPlace() {
		Awaitility.await()
			.atMost(SOON)
			.untilAsserted(() -> assertThat(post("/realtime/calls", OFFER, null).statusCode()).isEqualTo(201));
	}

	private HttpResponse<String> post(String path, String body, String origin) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.header("Content-Type", "application/sdp");
		if (origin != null) {
			request.header("Origin", origin);
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.application.port() + path);
	}

}
