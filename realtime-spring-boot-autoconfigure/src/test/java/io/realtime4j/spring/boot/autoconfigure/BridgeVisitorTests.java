package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

import io.realtime4j.session.RealtimeSession;
import org.junit.jupiter.api.Test;

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
