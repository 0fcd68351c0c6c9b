package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;

import io.realtime4j.session.RealtimeSession;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a visitor who does whatever is allowed, and more, takes a bounded share.
 */
class BridgeVisitorTests {

	private static final int TEXTS_PER_SECOND = 45;

	private static final int SESSIONS = 5;

	/**
	 * History, what waits for the service, its acknowledgement, and for listeners.
	 */
	private static final long SHARE = (512 + 1024 + 1024 + 2048) * 1024L;

	private static final String START = "{'type':'start','sampleRate':24000}";

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.drivenRunner()
		.withPropertyValues("realtime.bridge.max-sessions-per-address=6");

	@Test
	void sessionsOfOneVisitorHoldTheirShareAndTheOthersGoOn() {
		this.runner.run((context) -> {
			int port = BridgeServer.port(context);
			BridgePage other = BridgePage.connect(port);
			other.start(24_000);
			other.awaitOpen();
			for (int second = 0; second < 4; second++) {
				List<BridgePage> pages = new ArrayList<>();
				for (int i = 0; i < SESSIONS; i++) {
					BridgePage page = BridgePage.connect(port);
					page.start(24_000);
					pages.add(page);
				}
				pages.forEach(BridgeVisitorTests::flood);
				assertThat(BridgeServer.sessions(context)).hasSizeLessThanOrEqualTo(SESSIONS + 1);
				assertThat(BridgeServer.sessions(context)).extracting(RealtimeSession::heldSize)
					.allMatch((held) -> held <= SHARE);
				pages.forEach((page) -> assertThat(page.awaitClosed()).isEqualTo("1008 Too much text"));
				BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).hasSize(1));
				String text = "Still here in second " + second;
				other.send("{'type':'text','text':'" + text + "'}");
				BridgeServer
					.until(() -> assertThat(this.server.service(0).sent()).anyMatch((json) -> json.contains(text)));
				this.server.time().advance(Duration.ofSeconds(1));
			}
		});
	}

	@Test
	void conversationsThatBeginWithoutEndAreRefusedUntilTimePasses() {
		beginsTwentyAndThenOneASecond(this.runner, (port) -> BridgePage.connect(port).send(START));
	}

	@Test
	void relaysThatBeginWithoutEndAreRefusedUntilTimePasses() {
		beginsTwentyAndThenOneASecond(this.runner.withPropertyValues("realtime.bridge.mode=relay"),
				BridgeRelayTests::connect);
	}

	private void beginsTwentyAndThenOneASecond(WebApplicationContextRunner runner, IntFunction<BridgePage> begin) {
		runner.run((context) -> {
			int port = BridgeServer.port(context);
			for (int i = 0; i < 20; i++) {
				beginAndEnd(context, begin);
			}
			assertThat(begin.apply(port).awaitClosed())
				.isEqualTo("1013 Too many conversations were begun within a short time");
			this.server.time().advance(Duration.ofSeconds(1));
			beginAndEnd(context, begin);
			assertThat(begin.apply(port).awaitClosed()).startsWith("1013 ");
		});
	}

	private static void beginAndEnd(AssertableWebApplicationContext context, IntFunction<BridgePage> begin) {
		int others = BridgeServer.sessions(context).size();
		assertThat(begin.apply(BridgeServer.port(context)).send("[]").awaitClosed()).startsWith("1007 ");
		BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).hasSize(others));
	}

	private static void flood(BridgePage page) {
		String text = "{'type':'text','text':'" + "x".repeat(16_000) + "'}";
		try {
			for (int i = 0; i < TEXTS_PER_SECOND; i++) {
				page.send(text);
			}
		}
		catch (CompletionException ex) {
			// The server has closed the connection
		}
	}

}
