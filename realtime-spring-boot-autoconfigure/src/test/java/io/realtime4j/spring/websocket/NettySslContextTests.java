package io.realtime4j.spring.websocket;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLContext;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.netty.NettyTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the SSL contexts of {@link NettyTransport}.
 */
@Timeout(120)
class NettySslContextTests {

	@Test
	void eachConnectionUsesTheCurrentContext(@TempDir Path directory) throws Exception {
		TestCertificates before = TestCertificates.forHost(directory, "other.example");
		TestCertificates after = TestCertificates.forHost(directory, "localhost");
		AtomicReference<SSLContext> current = new AtomicReference<>(before.client());
		try (NettyTransport transport = NettyTransport.builder().sslContext(current::get).build();
				RawServer server = RawServer.start(after.server().getServerSocketFactory(), (peer) -> {
					peer.accept();
					peer.text("encrypted");
					peer.drain();
				})) {
			assertThat(connect(transport, server).end()).isInstanceOf(ConnectFailed.class);
			current.set(after.client());
			assertThat(connect(transport, server).text()).isEqualTo("encrypted");
		}
	}

	@Test
	void contextThatCannotBeMadeFailsItsConnection() throws Exception {
		try (NettyTransport transport = NettyTransport.builder().sslContext(() -> {
			throw new IllegalStateException("no store");
		}).build(); RawServer server = RawServer.start(RawPeer::drain)) {
			assertThat(connect(transport, server).end()).isEqualTo(new ConnectFailed("IllegalStateException"));
		}
	}

	private static RecordingListener connect(NettyTransport transport, RawServer server) {
		RecordingListener listener = new RecordingListener();
		URI uri = URI.create("wss://localhost:" + server.port() + "/v1/realtime");
		transport.connect(new ConnectionRequest(uri, Map.of(), List.of(), Duration.ofSeconds(20)), listener);
		return listener;
	}

}
