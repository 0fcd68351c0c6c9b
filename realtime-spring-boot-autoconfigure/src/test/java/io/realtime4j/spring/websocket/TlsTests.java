package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The transport under TLS.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(TransportKind.class)
class TlsTests {

	@SuppressWarnings("NullAway.Init")
	private static TestCertificates certificates;

	@SuppressWarnings("NullAway.Init")
	private static TestCertificates othersCertificates;

	private final List<AutoCloseable> resources = new ArrayList<>();

	private final TransportKind kind;

	TlsTests(TransportKind kind) {
		this.kind = kind;
	}

	@BeforeAll
	static void makeCertificates(@TempDir Path directory) throws Exception {
		certificates = TestCertificates.forHost(directory, "localhost");
		othersCertificates = TestCertificates.forHost(directory, "other.example");
	}

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable resource : this.resources) {
			resource.close();
		}
	}

	private RawServer server(SSLContext context, RawServer.Script script) throws IOException {
		RawServer server = RawServer.start(context.getServerSocketFactory(), script);
		this.resources.add(server);
		return server;
	}

	private TransportFixture fixture(@Nullable SSLContext context) {
		TransportFixture fixture = new TransportFixture(this.kind, Duration.ofSeconds(5), context);
		this.resources.add(fixture);
		return fixture;
	}

	private RecordingListener connect(RawServer.Script script) throws Exception {
		return fixture(certificates.client()).connect(uri(server(certificates.server(), script)));
	}

	private static URI uri(RawServer server) {
		return URI.create("wss://localhost:" + server.port() + "/v1/realtime");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void exchangesTextOfAnySize(String protocol) throws Exception {
		String large = "z".repeat(3_000_000);
		RecordingListener listener = connect((peer) -> {
			((SSLSocket) peer.socket()).setEnabledProtocols(new String[] { protocol });
			peer.accept();
			peer.text(large);
			StringBuilder echo = new StringBuilder();
			for (RawFrame frame = peer.read(); frame.opcode() != RawFrame.CLOSE; frame = peer.read()) {
				echo.append(frame.text());
				if (frame.last()) {
					peer.text(echo.toString());
					echo.setLength(0);
				}
			}
			peer.closeFrame(1000, "");
		});
		TransportConnection connection = listener.connection();
		assertThat(listener.text().equals(large)).isTrue();
		connection.send(large).toCompletableFuture().get(20, TimeUnit.SECONDS);
		assertThat(listener.text().equals(large)).isTrue();
		connection.send("small").toCompletableFuture().get(20, TimeUnit.SECONDS);
		assertThat(listener.text()).isEqualTo("small");
		connection.close(1000, "OK");
		assertThat(listener.end()).isEqualTo(new Closed(1000, "OK"));
	}

	@Test
	void hearsTextThatComesWithTheHandshake() throws Exception {
		RecordingListener listener = connect((peer) -> {
			peer.write(peer.upgrade(), RawFrame.encode(RawFrame.TEXT, true, TransportFixture.bytes("first")),
					RawFrame.encode(RawFrame.TEXT, true, TransportFixture.bytes("second")));
			peer.drain();
		});
		assertThat(listener.text()).isEqualTo("first");
		assertThat(listener.text()).isEqualTo("second");
	}

	@Test
	void putsTextTogetherThatComesInRecordsOfOneByte() throws Exception {
		RecordingListener listener = connect((peer) -> {
			peer.accept();
			for (byte one : RawFrame.encode(RawFrame.TEXT, true, TransportFixture.bytes("tiny ".repeat(2000)))) {
				peer.write(new byte[] { one });
			}
			peer.drain();
		});
		assertThat(listener.text()).isEqualTo("tiny ".repeat(2000));
	}

	@Test
	void goesOnWhenKeysAreRenewed() throws Exception {
		RecordingListener listener = connect((peer) -> {
			peer.accept();
			for (int i = 0; i < 20; i++) {
				peer.text("before " + i);
				// Under TLS 1.3 this renews the keys and asks for new ones
				((SSLSocket) peer.socket()).startHandshake();
				peer.text("after " + i);
				peer.text(peer.read().text());
			}
			peer.drain();
		});
		for (int i = 0; i < 20; i++) {
			assertThat(listener.text()).isEqualTo("before " + i);
			assertThat(listener.text()).isEqualTo("after " + i);
			listener.connection().send("echo " + i);
			assertThat(listener.text()).isEqualTo("echo " + i);
		}
	}

	@Test
	void tellsOfAResetInTheMiddleOfARecord() throws Exception {
		RecordingListener listener = connect((peer) -> {
			peer.accept();
			peer.read();
			peer.reset();
		});
		listener.connection().send("go on");
		assertThat(listener.end()).isInstanceOf(ConnectionLost.class);
	}

	@Test
	void needsNoThreadsForIdleConnections() throws Exception {
		RawServer server = server(certificates.server(), (peer) -> {
			peer.accept();
			peer.text("open");
			peer.drain();
		});
		int before = clientThreads();
		TransportFixture fixture = fixture(certificates.client());
		for (int i = 0; i < 30; i++) {
			assertThat(fixture.connectAnother(uri(server)).text()).isEqualTo("open");
		}
		if (this.kind.can(Capability.OWN_THREADS)) {
			assertThat(clientThreads() - before).isLessThan(20);
		}
		else {
			assertThat(clientThreads() - before).isBetween(30, 30 * 3 + 20);
		}
	}

	private static int clientThreads() {
		return (int) Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !thread.getName().equals("raw-server"))
			.count();
	}

	@Test
	void takesNoCertificateForAnotherName() throws Exception {
		RawServer server = server(othersCertificates.server(), RawPeer::accept);
		assertThat(problem(fixture(othersCertificates.client()).connect(uri(server)).end())).startsWith("TLS failed: ")
			.contains("localhost");
		assertThat(server.requests()).isEmpty();
	}

	@Test
	void takesNoCertificateThatIsNotTrusted() throws Exception {
		RawServer server = server(certificates.server(), RawPeer::accept);
		assertThat(problem(fixture(null).connect(uri(server)).end())).startsWith("TLS failed: ");
		assertThat(server.requests()).isEmpty();
	}

	@Test
	void saysThatTheServerSpeaksNoTls() throws Exception {
		try (RawServer server = RawServer.start((peer) -> peer.respond("HTTP/1.1 400 Bad Request"))) {
			URI uri = uri(server);
			assertThat(fixture(null).connect(uri, Duration.ofMillis(500)).end()).isInstanceOf(ConnectFailed.class);
			assertThat(server.requests()).isEmpty();
		}
	}

	private static String problem(ConnectionEnd end) {
		assertThat(end).isInstanceOf(ConnectFailed.class);
		return ((ConnectFailed) end).problem();
	}

}
