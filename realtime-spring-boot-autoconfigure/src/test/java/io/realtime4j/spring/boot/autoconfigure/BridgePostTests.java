package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.spring.boot.autoconfigure.rest.RealtimeRestAutoConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the bounds of what pages post.
 */
class BridgePostTests {

	private final HttpService service = new HttpService();

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.drivenRunner()
		.withConfiguration(AutoConfigurations.of(RealtimeRestAutoConfiguration.class))
		.withPropertyValues("realtime.base-url=" + this.service.url(), "realtime.bridge.client-secret.enabled=true",
				"realtime.bridge.client-secret.lifetime=60s", "realtime.bridge.calls.enabled=true");

	@AfterEach
	void close() {
		this.service.close();
	}

	@Test
	void keyTakesThePlaceOfASessionAsLongAsItIsGood() {
		this.runner
			.withPropertyValues("realtime.bridge.max-sessions-per-address=2",
					"realtime.bridge.requests-per-minute=1000")
			.run((context) -> {
				int port = BridgeServer.port(context);
				assertThat(post(port, 300)).startsWith(200, 200, 429).hasSize(300);
				assertThat(this.service.requests()).isEqualTo(2);
				BridgePage page = BridgePage.connect(port);
				page.send("{'type':'start','sampleRate':24000}");
				assertThat(page.awaitClosed()).isEqualTo("1008 Too many conversations");
				this.server.time().advance(Duration.ofSeconds(59));
				assertThat(post(port, 1)).containsExactly(429);
				this.server.time().advance(Duration.ofSeconds(1));
				assertThat(post(port, 3)).containsExactly(200, 200, 429);
			});
	}

	@Test
	void sessionTakesThePlaceOfAKey() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions=1").run((context) -> {
			BridgePage.connect(BridgeServer.port(context)).start(24_000);
			assertThat(post(BridgeServer.port(context), 1)).containsExactly(429);
		});
		assertThat(this.service.requests()).isZero();
	}

	@Test
	void tabThatWasClosedGivesItsPlaceToAKey() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions-per-address=1").run((context) -> {
			int port = BridgeServer.port(context);
			int idle = this.server.time().pending();
			BridgePage page = BridgePage.connect(port);
			page.start(24_000);
			assertThat(post(port, 1)).containsExactly(429);
			page.vanish();
			// The session waits for its page: all that is left of it is that timer
			BridgeServer.until(() -> assertThat(this.server.time().pending()).isEqualTo(idle + 1));
			assertThat(post(port, 1)).containsExactly(200);
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).isEmpty());
		});
	}

	@Test
	void userMayNotAskMoreOftenThanTimePasses() {
		this.runner
			.withPropertyValues("realtime.bridge.max-sessions-per-address=100", "realtime.bridge.requests-per-minute=3")
			.run((context) -> {
				int port = BridgeServer.port(context);
				assertThat(post(port, 5)).containsExactly(200, 200, 200, 429, 429);
				assertThat(RawRequest.post("/realtime/calls").header("Host", "localhost").send(port)).isEqualTo(429);
				this.server.time().advance(Duration.ofSeconds(20));
				assertThat(post(port, 2)).containsExactly(200, 429);
				assertThat(this.service.requests()).isEqualTo(4);
			});
	}

	@Test
	void keyThatWasNotMadeTakesNoPlace() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions=1").run((context) -> {
			int port = BridgeServer.port(context);
			this.service.answer(500);
			assertThat(post(port, 3)).containsExactly(502, 502, 502);
			this.service.answer(200);
			assertThat(post(port, 2)).containsExactly(200, 429);
		});
	}

	@Test
	void answerThatDoesNotEndIsABadGateway() {
		this.service.answerForEver();
		this.runner.run((context) -> assertThat(post(BridgeServer.port(context), 2)).containsExactly(502, 502));
	}

	@Test
	void rateHasToBePositive() {
		this.runner.withPropertyValues("realtime.bridge.requests-per-minute=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("realtime.bridge.requests-per-minute"));
	}

	private static List<Integer> post(int port, int times) {
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			statuses.add(RawRequest.post("/realtime/client-secret").header("Host", "localhost").send(port));
		}
		return statuses;
	}

}
