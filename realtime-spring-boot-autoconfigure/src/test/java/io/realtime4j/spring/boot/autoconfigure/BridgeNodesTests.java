package io.realtime4j.spring.boot.autoconfigure;

import java.util.UUID;

import javax.sql.DataSource;

import io.realtime4j.spring.boot.autoconfigure.store.RealtimeStoreAutoConfiguration;
import io.realtime4j.store.StoredConversations;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the limits of users over two nodes that have the same store.
 */
class BridgeNodesTests {

	private final JdbcConnectionPool database = JdbcConnectionPool
		.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", "");

	private final BridgeServer first = new BridgeServer();

	private final BridgeServer second = new BridgeServer();

	@AfterEach
	void close() {
		this.database.dispose();
	}

	private WebApplicationContextRunner node(BridgeServer server) {
		return server.runner()
			.withConfiguration(AutoConfigurations.of(RealtimeStoreAutoConfiguration.class))
			.withBean(DataSource.class, () -> this.database)
			.withPropertyValues("realtime.store.type=jdbc", "realtime.store.heartbeat=6s",
					"realtime.bridge.max-sessions-per-address=1", "realtime.bridge.resume-grace=5m");
	}

	@Test
	void userHasNoMoreSessionsThanAtOneNode() {
		node(this.first).run((one) -> node(this.second).run((other) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(one));
			page.start(24_000);
			page.awaitOpen();
			BridgeServer.until(() -> assertThat(begin(BridgeServer.port(other))).isFalse());
			page.leave(1000);
			BridgeServer.until(() -> assertThat(begin(BridgeServer.port(other))).isTrue());
		}));
	}

	@Test
	void sessionThatMovesIsNoOtherOne() {
		node(this.first).run((one) -> node(this.second).run((other) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(one));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			BridgeServer.until(() -> assertThat(begin(BridgeServer.port(other))).isFalse());
			String id = token.substring(0, token.indexOf('.'));
			BridgeServer.until(() -> assertThat(one.getBean(StoredConversations.class).find(id))
				.hasValueSatisfying((stored) -> assertThat(stored.notes()).containsKey("page.token")));
			// Who begins too often is refused for another reason, and tries again
			BridgeServer.until(() -> {
				BridgePage guest = BridgePage.connect(BridgeServer.port(other));
				guest.send("{'type':'start','sampleRate':24000,'resume':'" + id + ".nonsense'}");
				assertThat(guest.awaitClosed()).isEqualTo("1008 Too many conversations");
			});
			BridgeServer.until(() -> {
				BridgePage again = BridgePage.connect(BridgeServer.port(other));
				again.send("{'type':'start','sampleRate':24000,'resume':'" + token + "'}").send("{'type':'nothing'}");
				BridgeServer.until(() -> assertThat(!again.isOpen() || again.types().contains("ready")).isTrue());
				assertThat(again.isOpen()).isTrue();
				assertThat(again.await("ready").path("resumed").asBoolean()).isTrue();
			});
		}));
	}

	// Whether a session begins, which does not stay
	private static boolean begin(int port) {
		BridgePage page = BridgePage.connect(port);
		page.send("{'type':'start','sampleRate':24000}").send("{'type':'nothing'}");
		BridgeServer.until(() -> assertThat(!page.isOpen() || page.types().contains("error")).isTrue());
		boolean begun = page.isOpen();
		if (begun) {
			page.leave(1000);
		}
		else {
			// Who begins too often is refused for another reason, and tries again
			assertThat(page.awaitClosed()).isEqualTo("1008 Too many conversations");
		}
		return begun;
	}

}
