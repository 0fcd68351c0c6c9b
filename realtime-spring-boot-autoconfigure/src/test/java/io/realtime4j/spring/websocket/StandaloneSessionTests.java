package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.realtime4j.codec.Dialect;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.transport.netty.NettyTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session without Spring, as the documentation shows it.
 */
@Timeout(120)
class StandaloneSessionTests {

	private static final Path DOCUMENTATION = Path.of("..", "docs", "transport.md");

	private static final Path SOURCE = Path
		.of("src/test/java/io/realtime4j/spring/websocket/StandaloneSessionTests.java");

	private final ExecutorService listenerThreads = Executors.newCachedThreadPool();

	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

	@AfterEach
	void endThreads() {
		this.listenerThreads.shutdownNow();
		this.scheduler.shutdownNow();
	}

	@Test
	void documentationShowsASessionWithoutSpring() throws IOException {
		String source = Files.readString(SOURCE);
		int start = source.indexOf('\n', source.indexOf("// tag::session[]")) + 1;
		int end = source.lastIndexOf('\n', source.indexOf("// end::session[]")) + 1;
		assertThat(Files.readString(DOCUMENTATION))
			.contains(source.substring(start, end).stripIndent().replace("\t", "    ").strip());
	}

	@Test
	void sessionWithoutSpringHearsAndAsks() throws Exception {
		CompletableFuture<String> heard = new CompletableFuture<>();
		RealtimeListener listener = new RealtimeListener() {
			@Override
			public void onEvent(RealtimeSession session, ServerEvent event, String json) {
				if (event instanceof ResponseOutputTextDelta delta) {
					heard.complete(delta.delta());
				}
			}
		};
		CompletableFuture<String> asked = new CompletableFuture<>();
		try (RawServer server = RawServer.start((peer) -> {
			SessionFixture.accept(peer);
			asked.complete(peer.read().text());
			peer.text(SessionFixture.delta("Noon."));
			peer.drain();
			peer.closeFrame(1000, "");
		})) {
			ask(URI.create("http://127.0.0.1:" + server.port() + "/v1"), "sk-test", SessionFixture.SETTINGS, listener,
					heard);
			assertThat(heard.get(60, TimeUnit.SECONDS)).isEqualTo("Noon.");
			assertThat(asked.get(60, TimeUnit.SECONDS)).contains("What is the time?");
			assertThat(server.requests()).singleElement().asString().contains("Authorization: Bearer sk-test");
		}
	}

	private void ask(URI url, String key, SessionSettings settings, RealtimeListener listener,
			CompletableFuture<String> answered) {
		// tag::session[]
		try (NettyTransport transport = NettyTransport.create()) {
			RealtimeEndpoint endpoint = new RealtimeEndpoint(url, Dialect.GA,
					() -> Map.of("Authorization", "Bearer " + key), false);
			RealtimeClient client = DefaultRealtimeClient.builder(transport, endpoint)
				.listenerExecutor(this.listenerThreads)
				.scheduler(this.scheduler)
				.listener(listener)
				.build();
			RealtimeSession session = client.open(SessionSpec.of(settings));
			session.open().join();
			session.sendText("What is the time?");
			answered.join();
			session.close();
			session.closed().join();
		}
		// end::session[]
	}

}
