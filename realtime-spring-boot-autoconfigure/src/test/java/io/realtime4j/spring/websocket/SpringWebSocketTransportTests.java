package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.FrameTooLarge;
import io.realtime4j.transport.HandshakeRefused;
import io.realtime4j.transport.TransportConnection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

@Timeout(60)
class SpringWebSocketTransportTests {

	private static final int MAX_FRAME_SIZE = 16 * 1024 * 1024;

	private final SpringWebSocketTransport transport = new SpringWebSocketTransport(
			new WebSocketTransportSettings(MAX_FRAME_SIZE, Duration.ofSeconds(5), Duration.ofSeconds(2), null),
			new SimpleAsyncTaskExecutor("transport-test-"));

	private final RecordingListener listener = new RecordingListener();

	@AfterEach
	void closeTransport() {
		this.transport.close();
	}

	private void connect(URI uri) {
		this.transport.connect(new ConnectionRequest(uri, Map.of("Authorization", "Bearer sk-CANARY-1234"), List.of(),
				Duration.ofSeconds(3)), this.listener);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void sendsTheHeadersOfTheHandshake() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.drain();
		})) {
			connect(server.uri());
			this.listener.connection().close(1000, "OK");
			this.listener.end();
			assertThat(server.requests()).singleElement()
				.asString()
				.startsWith("GET /v1/realtime HTTP/1.1")
				.contains("Authorization: Bearer sk-CANARY-1234");
		}
	}

	@Test
	void hearsTextThatComesInOneSegmentWithTheHandshake() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			byte[] upgrade = peer.upgrade();
			byte[] text = RawServer.Peer.frame(RawServer.TEXT, true, bytes("{\"type\":\"session.created\"}"));
			byte[] both = new byte[upgrade.length + text.length];
			System.arraycopy(upgrade, 0, both, 0, upgrade.length);
			System.arraycopy(text, 0, both, upgrade.length, text.length);
			peer.out().write(both);
			peer.drain();
		})) {
			connect(server.uri());
			assertThat(this.listener.text()).isEqualTo("{\"type\":\"session.created\"}");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2047, 2048, 2049, 64_204, 1024 * 1024, 15 * 1024 * 1024 })
	void putsFramesTogetherHoweverLargeTheyAre(int length) throws Exception {
		String text = "é" + "x".repeat(length);
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.text(text);
			int half = bytes(text).length / 2 + 1;
			peer.send(RawServer.TEXT, false, java.util.Arrays.copyOf(bytes(text), half));
			peer.send(0, true, java.util.Arrays.copyOfRange(bytes(text), half, bytes(text).length));
			peer.text("last");
			peer.drain();
		})) {
			connect(server.uri());
			assertThat(this.listener.text().equals(text)).isTrue();
			assertThat(this.listener.text().equals(text)).isTrue();
			assertThat(this.listener.text()).isEqualTo("last");
		}
	}

	@Test
	void putsFragmentsOfOneByteTogether() throws Exception {
		String text = "fragmented ".repeat(1000) + "€";
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			byte[] bytes = bytes(text);
			for (int i = 0; i < bytes.length; i++) {
				peer.out()
					.write(RawServer.Peer.frame((i == 0) ? RawServer.TEXT : 0, i == bytes.length - 1,
							new byte[] { bytes[i] }));
			}
			peer.out().flush();
			peer.drain();
		})) {
			connect(server.uri());
			assertThat(this.listener.text()).isEqualTo(text);
		}
	}

	@Test
	void endsTheConnectionAtAFrameOverTheBound() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			for (int i = 0; i < 64; i++) {
				peer.send((i == 0) ? RawServer.TEXT : 0, false, new byte[1024 * 1024]);
			}
			peer.drain();
		})) {
			connect(server.uri());
			assertThat(this.listener.end()).isEqualTo(new FrameTooLarge(MAX_FRAME_SIZE));
			assertThat(this.listener.waiting()).isZero();
		}
	}

	@Test
	void tellsOfBinaryFrames() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.send(RawServer.BINARY, true, new byte[5000]);
			peer.text("after");
			peer.drain();
		})) {
			connect(server.uri());
			assertThat(this.listener.text()).isEqualTo("after");
			assertThat(this.listener.binaries()).containsExactly(5000);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 407, 429, 500, 503 })
	void tellsTheStatusOfARefusedHandshake(int status) throws Exception {
		try (RawServer server = RawServer
			.start((peer) -> peer.respond("HTTP/1.1 " + status + " Refused\r\nContent-Length: 0\r\nRetry-After: 7"))) {
			connect(server.uri());
			assertThat(this.listener.end()).isInstanceOfSatisfying(HandshakeRefused.class, (refused) -> {
				assertThat(refused.status()).isEqualTo(status);
				assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(7));
			});
		}
	}

	@Test
	void tellsAnUnauthorizedHandshakeThatNamesAScheme() throws Exception {
		try (RawServer server = RawServer.start((peer) -> peer
			.respond("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer realm=\"x\"\r\nContent-Length: 0"))) {
			connect(server.uri());
			assertThat(this.listener.end()).isEqualTo(new HandshakeRefused(401, null));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 307, 308 })
	void neverFollowsARedirect(int status) throws Exception {
		try (RawServer other = RawServer.start(RawServer.Peer::accept);
				RawServer server = RawServer.start((peer) -> peer.respond("HTTP/1.1 " + status + " Moved\r\nLocation: "
						+ other.uri().toString().replace("ws:", "http:") + "\r\nContent-Length: 0"))) {
			connect(server.uri());
			assertThat(this.listener.end().message()).contains("redirects, which is not followed");
			assertThat(other.requests()).isEmpty();
		}
	}

	@Test
	void saysThatNothingAnswers() throws Exception {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		connect(URI.create("ws://127.0.0.1:" + port + "/"));
		assertThat(this.listener.end())
			.isEqualTo(new ConnectFailed("nothing answers at this address (connection refused)"));
	}

	@Test
	void givesUpOnAHandshakeThatIsNotAnswered() throws Exception {
		CompletableFuture<Void> done = new CompletableFuture<>();
		try (RawServer server = RawServer.start((peer) -> done.join())) {
			this.transport.connect(new ConnectionRequest(server.uri(), Map.of(), List.of(), Duration.ofMillis(200)),
					this.listener);
			assertThat(this.listener.end()).isEqualTo(new ConnectFailed("no answer in time"));
		}
		finally {
			done.complete(null);
		}
	}

	@Test
	void tellsTheCloseCodeAndReasonOfTheServer() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.closeFrame(4000, "invalid_request_error.invalid_model");
			peer.drain();
		})) {
			connect(server.uri());
			assertThat(this.listener.end()).isEqualTo(new Closed(4000, "invalid_request_error.invalid_model"));
		}
	}

	@Test
	void tellsThatTheConnectionWasLost() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.out().write(new byte[] { (byte) 0x81, 126, 1 });
			peer.out().flush();
			peer.reset();
		})) {
			connect(server.uri());
			assertThat(this.listener.end()).isInstanceOf(ConnectionLost.class);
		}
	}

	@Test
	void tellsThatTheServerWentWithoutACloseFrame() throws Exception {
		try (RawServer server = RawServer.start(RawServer.Peer::accept)) {
			connect(server.uri());
			assertThat(this.listener.end()).isInstanceOf(ConnectionLost.class);
		}
	}

	@Test
	void sendsTextOfAnySizeInOrder() throws Exception {
		BlockingQueue<String> received = new LinkedBlockingQueue<>();
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			StringBuilder text = new StringBuilder();
			for (RawServer.Frame frame = peer.read(); frame.opcode() != RawServer.CLOSE; frame = peer.read()) {
				text.append(frame.text());
				if (frame.last()) {
					received.add(text.toString());
					text.setLength(0);
				}
			}
		})) {
			connect(server.uri());
			TransportConnection connection = this.listener.connection();
			String large = "y".repeat(2_000_000);
			connection.send("first").toCompletableFuture().get(5, TimeUnit.SECONDS);
			connection.send(large).toCompletableFuture().get(20, TimeUnit.SECONDS);
			connection.send("last").toCompletableFuture().get(5, TimeUnit.SECONDS);
			assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("first");
			assertThat(large.equals(received.poll(5, TimeUnit.SECONDS))).isTrue();
			assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("last");
		}
	}

	@Test
	void slowsTheServerDownWhileReadingIsSuspended() throws Exception {
		AtomicLong written = new AtomicLong();
		String text = "z".repeat(10_000);
		int frames = 3_000;
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			for (int i = 0; i < frames; i++) {
				peer.text(i + text);
				written.incrementAndGet();
			}
			peer.drain();
		})) {
			connect(server.uri());
			TransportConnection connection = this.listener.connection();
			connection.suspendReading();
			awaitStandstill(written);
			assertThat(written.get()).isLessThan(frames);
			int heard = this.listener.waiting();
			assertThat(heard).isLessThan(frames);
			connection.resumeReading();
			for (int i = 0; i < frames; i++) {
				assertThat(this.listener.text()).isEqualTo(i + text);
			}
		}
	}

	private static void awaitStandstill(AtomicLong counter) {
		AtomicLong before = new AtomicLong(-1);
		Awaitility.await()
			.pollInterval(Duration.ofMillis(100))
			.until(() -> before.getAndSet(counter.get()) == counter.get());
	}

	@Test
	void tellsOfAPongAndOfThePiecesOfAFrame() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			RawServer.Frame ping = peer.read();
			assertThat(ping.opcode()).isEqualTo(RawServer.PING);
			peer.send(RawServer.PONG, true, ping.payload());
			peer.read();
			peer.send(RawServer.TEXT, false, bytes("a piece"));
			peer.drain();
		})) {
			connect(server.uri());
			TransportConnection connection = this.listener.connection();
			connection.ping();
			Awaitility.await().until(() -> this.listener.activity() == 1);
			connection.send("go on");
			Awaitility.await().until(() -> this.listener.activity() == 2);
			assertThat(this.listener.waiting()).isZero();
		}
	}

	@Test
	void pingsNothingOnceTheConnectionHasEnded() throws Exception {
		try (RawServer server = RawServer.start(RawServer.Peer::accept)) {
			connect(server.uri());
			TransportConnection connection = this.listener.connection();
			this.listener.end();
			assertThatNoException().isThrownBy(connection::ping);
			assertThat(this.listener.activity()).isZero();
		}
	}

	@Test
	void abortsWithoutWaitingForTheServer() throws Exception {
		CompletableFuture<Void> done = new CompletableFuture<>();
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			done.join();
		})) {
			connect(server.uri());
			this.listener.connection().abort();
			assertThat(this.listener.end()).isInstanceOf(ConnectionLost.class);
		}
		finally {
			done.complete(null);
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void keepsHeadersOutOfTheLogAtTraceLevel(CapturedOutput output) throws IOException, Exception {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.TRACE);
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.text("{\"type\":\"ping\"}");
			peer.drain();
		})) {
			connect(server.uri());
			this.listener.text();
			this.listener.connection().close(1000, "OK");
			this.listener.end();
			assertThat(output).contains("Handshake request headers").doesNotContain("CANARY");
		}
		finally {
			logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
		}
	}

}
