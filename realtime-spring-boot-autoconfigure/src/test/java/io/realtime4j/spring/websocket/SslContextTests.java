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
import io.realtime4j.transport.RealtimeTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The SSL contexts that a transport is given, which may be reloaded.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(TransportKind.class)
class SslContextTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final TransportKind kind;

	SslContextTests(TransportKind kind) {
		this.kind = kind;
	}

	@Test
	void eachConnectionUsesTheCurrentContext(@TempDir Path directory) throws Exception {
		TestCertificates before = TestCertificates.forHost(directory, "other.example");
		TestCertificates after = TestCertificates.forHost(directory, "localhost");
		AtomicReference<SSLContext> current = new AtomicReference<>(before.client());
		RealtimeTransport transport = this.kind.create(PATIENCE, current::get);
		try (RawServer server = RawServer.start(after.server().getServerSocketFactory(), (peer) -> {
			peer.accept();
			peer.text("encrypted");
			peer.drain();
		})) {
			assertThat(connect(transport, server).end()).isInstanceOf(ConnectFailed.class);
			current.set(after.client());
			assertThat(connect(transport, server).text()).isEqualTo("encrypted");
		}
		finally {
			TransportKind.close(transport);
		}
	}

	@Test
	void contextThatCannotBeMadeFailsItsConnection() throws Exception {
		RealtimeTransport transport = this.kind.create(PATIENCE, () -> {
			throw new IllegalStateException("no store");
		});
		try (RawServer server = RawServer.start(RawPeer::drain)) {
			assertThat(connect(transport, server).end()).isInstanceOf(ConnectFailed.class);
			assertThat(server.connections()).isZero();
		}
		finally {
			TransportKind.close(transport);
		}
	}

	private static RecordingListener connect(RealtimeTransport transport, RawServer server) {
		RecordingListener listener = new RecordingListener();
		URI uri = URI.create("wss://localhost:" + server.port() + "/v1/realtime");
		transport.connect(new ConnectionRequest(uri, Map.of(), List.of(), PATIENCE), listener);
		return listener;
	}

}
