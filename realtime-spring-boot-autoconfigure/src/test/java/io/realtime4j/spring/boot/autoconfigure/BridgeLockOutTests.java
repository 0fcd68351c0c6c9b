package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that nobody is refused for what others left behind.
 */
class BridgeLockOutTests {

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.drivenRunner();

	@Test
	void connectionsThatNeverStartRefuseNobody() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions-per-user=2").run((context) -> {
			int port = BridgeServer.port(context);
			List<BridgePage> idle = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				idle.add(BridgePage.connect(port));
			}
			assertThat(BridgePage.connect(port).start(24_000).path("resumed").asBoolean()).isFalse();
			for (BridgePage page : idle.subList(0, 7)) {
				assertThat(page.awaitClosed()).isEqualTo("1008 Too many conversations");
			}
		});
	}

	@Test
	void tabsThatWereClosedGiveWay() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions-per-user=2").run((context) -> {
			int port = BridgeServer.port(context);
			for (int i = 0; i < 2; i++) {
				int pending = this.server.time().pending();
				BridgePage page = BridgePage.connect(port);
				page.start(24_000);
				page.vanish();
				// The session waits for its page: all that is left of it is that timer
				BridgeServer.until(() -> assertThat(this.server.time().pending()).isEqualTo(pending + 1));
			}
			assertThat(BridgeServer.sessions(context)).hasSize(2);
			BridgePage page = BridgePage.connect(port);
			assertThat(page.start(24_000).path("resumed").asBoolean()).isFalse();
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).hasSize(2));
		});
	}

	@Test
	void placesOfClosedTabsGoToOthersWhenThereAreNoMore() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions=1").run((context) -> {
			int port = BridgeServer.port(context);
			BridgePage first = BridgePage.connect(port);
			first.start(24_000);
			BridgePage refused = BridgePage.connect(port);
			refused.send("{'type':'start','sampleRate':24000}");
			assertThat(refused.awaitClosed()).isEqualTo("1008 Too many conversations");
			int pending = this.server.time().pending();
			first.vanish();
			BridgeServer.until(() -> assertThat(this.server.time().pending()).isEqualTo(pending - 1));
			assertThat(BridgePage.connect(port).start(24_000).path("resumed").asBoolean()).isFalse();
		});
	}

	@Test
	void pagesArePinged() {
		this.runner
			.withPropertyValues("realtime.bridge.keep-alive.interval=1s", "realtime.bridge.keep-alive.timeout=1h")
			.run((context) -> {
				BridgePage page = BridgePage.connect(BridgeServer.port(context));
				page.start(24_000);
				BridgeServer.until(() -> {
					this.server.time().advance(Duration.ofSeconds(1));
					assertThat(page.pings()).isPositive();
				});
			});
	}

}
