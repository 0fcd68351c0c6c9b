package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the bound of what all pages together hold.
 */
class BridgeMemoryTests {

	private static final String FULL = "1013 The server has no room at the moment";

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.drivenRunner()
		.withPropertyValues("realtime.bridge.max-memory=256KB", "realtime.bridge.history.max-size=10MB");

	@Test
	void largestConversationGivesWayAndTheOthersGoOn() {
		this.runner.run((context) -> {
			int port = BridgeServer.port(context);
			BridgePage small = page(port);
			BridgePage large = page(port);
			say(this.server.service(0), "small", 10_000);
			for (int i = 0; i < 7; i++) {
				say(this.server.service(1), "large" + i, 20_000);
			}
			assertThat(large.awaitClosed()).isEqualTo(FULL);
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).hasSize(1));
			say(this.server.service(0), "more", 10);
			assertThat(small.await("transcript").path("itemId").asString()).isIn("small", "more");
			assertThat(small.isOpen()).isTrue();
			assertThat(page(port).isOpen()).isTrue();
		});
	}

	@Test
	void newPageIsRefusedWhileThereIsNoRoom() {
		this.runner.withPropertyValues("realtime.bridge.max-memory=1MB").run((context) -> {
			int port = BridgeServer.port(context);
			BridgePage large = page(port);
			for (int i = 0; i < 49; i++) {
				say(this.server.service(0), "large" + i, 10_000);
				large.await("transcript");
			}
			BridgePage refused = BridgePage.connect(port);
			refused.send("{'type':'start','sampleRate':24000}");
			assertThat(refused.awaitClosed()).isEqualTo(FULL);
			assertThat(large.isOpen()).isTrue();
			large.leave(1000);
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).isEmpty());
			assertThat(page(port).isOpen()).isTrue();
		});
	}

	@Test
	void relayedPageThatDoesNotReadGivesWay() {
		this.runner.withPropertyValues("realtime.bridge.mode=relay").run((context) -> {
			int port = BridgeServer.port(context);
			try (SilentPage silent = SilentPage.connect(port, "realtime")) {
				silent.await("session.created");
				BridgePage other = BridgePage.connect(URI.create("ws://127.0.0.1:" + port + "/realtime"), true,
						"realtime");
				other.await("session.created");
				String audio = Base64.getEncoder().encodeToString(new byte[48_000]);
				BridgeServer.until(() -> {
					this.server.service(0).receive(audio("a", audio));
					assertThat(BridgeServer.sessions(context)).hasSize(1);
				});
				assertThat(other.isOpen()).isTrue();
			}
		});
	}

	private static BridgePage page(int port) {
		BridgePage page = BridgePage.connect(port);
		page.start(24_000);
		page.awaitOpen();
		return page;
	}

	private static void say(ScriptedTransport.ScriptedConnection service, String itemId, int length) {
		service
			.receive("{\"type\":\"conversation.item.added\",\"event_id\":\"e\",\"item\":{\"type\":\"message\",\"id\":\""
					+ itemId + "\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\""
					+ "x".repeat(length) + "\"}]}}");
	}

	private static String audio(String itemId, String base64) {
		return "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"" + itemId
				+ "\",\"output_index\":0,\"content_index\":0,\"delta\":\"" + base64 + "\"}";
	}

}
