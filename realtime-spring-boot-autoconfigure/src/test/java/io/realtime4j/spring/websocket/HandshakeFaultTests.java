package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.HandshakeRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a server can do instead of a handshake.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(TransportKind.class)
class HandshakeFaultTests {

	private final TransportKind kind;

	private final TransportFixture fixture;

	private final CountDownLatch over = new CountDownLatch(1);

	HandshakeFaultTests(TransportKind kind) {
		this.kind = kind;
		this.fixture = new TransportFixture(kind);
	}

	@AfterEach
	void close() {
		this.over.countDown();
		this.fixture.close();
	}

	private void pause(int millis) throws IOException {
		try {
			if (this.over.await(millis, TimeUnit.MILLISECONDS)) {
				throw new IOException("The test is over");
			}
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	@Test
	void hearsTextThatComesInOneSegmentWithTheHandshake() throws Exception {
		byte[] text = TransportFixture.bytes("{\"type\":\"session.created\"}");
		try (RawServer server = RawServer.start((peer) -> {
			peer.write(peer.upgrade(), RawFrame.encode(RawFrame.TEXT, true, text));
			peer.drain();
		})) {
			assertThat(this.fixture.connect(server.uri()).text()).isEqualTo("{\"type\":\"session.created\"}");
		}
	}

	@Test
	void takesAHandshakeThatComesByteByByteInTime() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			for (byte one : peer.upgrade()) {
				peer.out().write(one);
				peer.out().flush();
			}
			peer.text("open");
			peer.drain();
		})) {
			assertThat(this.fixture.connect(server.uri()).text()).isEqualTo("open");
		}
	}

	@Test
	void givesUpOnAHandshakeThatComesByteByByteForTooLong() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.write(TransportFixture.bytes("HTTP/1.1 101 Switching Protocols\r\nX-Endless: "));
			while (true) {
				peer.write(TransportFixture.bytes("x"));
				pause(20);
			}
		})) {
			long start = System.nanoTime();
			assertThat(this.fixture.connect(server.uri(), Duration.ofMillis(500)).end())
				.isEqualTo(new ConnectFailed("no answer in time"));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
		}
	}

	@Test
	void givesUpOnAHandshakeThatIsNotAnswered() throws Exception {
		try (RawServer server = RawServer.start((peer) -> pause(20_000))) {
			assertThat(this.fixture.connect(server.uri(), Duration.ofMillis(300)).end())
				.isEqualTo(new ConnectFailed("no answer in time"));
		}
	}

	@Test
	void saysThatTheServerEndedTheHandshake() throws Exception {
		assertThat(this.fixture.endOf((peer) -> {
		})).isEqualTo(new ConnectFailed("the server ended the connection before it answered"));
	}

	@Test
	void saysThatNothingAnswers() throws Exception {
		// A port that nobody else can take, and at which nobody listens
		try (Socket taken = new Socket()) {
			taken.bind(new InetSocketAddress("127.0.0.1", 0));
			assertThat(this.fixture.connect(URI.create("ws://127.0.0.1:" + taken.getLocalPort() + "/")).end())
				.isEqualTo(new ConnectFailed("nothing answers at this address (connection refused)"));
		}
	}

	@Test
	void saysThatTheAddressHasNoHost() throws Exception {
		assertThat(this.fixture.connect(URI.create("ws://no_such_host:no_port/")).end())
			.isEqualTo(new ConnectFailed("the address has no host", true));
	}

	@Test
	void saysThatTheServerSpeaksNoHttp() throws Exception {
		assertThat(this.fixture.endOf((peer) -> peer.respond("SSH-2.0-OpenSSH_9.6")))
			.isEqualTo(refusal(new ConnectFailed("it does not answer in HTTP")));
	}

	private ConnectionEnd refusal(ConnectionEnd end) {
		return this.kind.can(Capability.EVERY_REFUSAL) ? end
				: new ConnectFailed("it does not answer as a WebSocket server does");
	}

	@Test
	void endsHeadersWithoutAnEnd() throws Exception {
		assertThat(this.fixture.endOf((peer) -> {
			peer.out().writeBytes("HTTP/1.1 200 OK\r\n");
			while (true) {
				peer.write(TransportFixture.bytes("X: y\r\n".repeat(1000)));
			}
		})).isEqualTo(refusal(new ConnectFailed("the headers of its answer are too large")));
	}

	@Test
	void takesNoAnswerToAnotherRequest() throws Exception {
		assertThat(this.fixture.endOf((peer) -> {
			peer.respond("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
					+ "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
			peer.drain();
		})).isEqualTo(new ConnectFailed("its answer to the handshake is invalid"));
	}

	@Test
	void takesNoCompressionThatWasNotOffered() throws Exception {
		assertThat(this.fixture.endOf((peer) -> {
			assertThat(peer.request()).doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
			peer.write(peer.upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n"));
			peer.drain();
		})).isEqualTo(
				new ConnectFailed("it uses an extension of WebSocket, such as compression, that was not offered"));
	}

	@ParameterizedTest
	@CsvSource({ "realtime, true", "other, false" })
	void takesOnlyASubprotocolThatWasOffered(String chosen, boolean taken) throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.write(peer.upgrade("Sec-WebSocket-Protocol: " + chosen + "\r\n"));
			peer.drain();
		})) {
			RecordingListener listener = this.fixture.connect(
					new ConnectionRequest(server.uri(), Map.of(), List.of("realtime", "x"), Duration.ofSeconds(5)));
			if (taken) {
				assertThat(listener.connection()).isNotNull();
				assertThat(server.requests().get(0)).containsOnlyOnce("Sec-WebSocket-Protocol: realtime, x\r\n");
			}
			else {
				assertThat(listener.end())
					.isEqualTo(new ConnectFailed("it selects a subprotocol that was not offered"));
			}
		}
	}

	@Test
	void sendsNoHeaderThatHoldsALineBreak() throws Exception {
		try (RawServer server = RawServer.start(RawPeer::accept)) {
			RecordingListener listener = this.fixture.connect(new ConnectionRequest(server.uri(),
					Map.of("X-Note", "sk-CANARY\r\nX-Other: 1"), List.of(), Duration.ofSeconds(5)));
			assertThat(listener.end()).isEqualTo(new ConnectFailed("the header X-Note holds a line break"));
			assertThat(server.requests()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 407, 408, 429, 500, 502, 503, 504 })
	void tellsTheStatusOfARefusedHandshake(int status) throws Exception {
		assertThat(this.fixture.endOf((peer) -> peer.respond("HTTP/1.1 " + status + " No\r\nContent-Length: 0")))
			.isEqualTo(new HandshakeRefused(status, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer realm=\"x\"", "Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"1\"" })
	void asksNobodyForCredentialsWhenTheServerRefuses(String scheme) throws Exception {
		assertThat(this.fixture.endOf((peer) -> peer
			.respond("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: " + scheme + "\r\nContent-Length: 0")))
			.isEqualTo(scheme.startsWith("Bearer") ? new HandshakeRefused(401, null)
					: refusal(new HandshakeRefused(401, null)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Retry-After: 7", "retry-after: 7",
			"Date: Wed, 25 Nov 2026 04:00:00 GMT\r\nRetry-After: Wed, 25 Nov 2026 04:00:07 GMT" })
	void tellsHowLongTheServerAsksToWait(String headers) throws Exception {
		assertThat(this.fixture.endOf((peer) -> peer.respond("HTTP/1.1 429 Too Many Requests\r\n" + headers)))
			.isEqualTo(new HandshakeRefused(429, this.kind.can(Capability.RETRY_AFTER) ? Duration.ofSeconds(7) : null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "-1", "99999999999", "" })
	void leavesAWaitThatMakesNoSenseUnknown(String value) throws Exception {
		assertThat(this.fixture.endOf((peer) -> peer.respond("HTTP/1.1 503 Busy\r\nRetry-After: " + value)))
			.isEqualTo(new HandshakeRefused(503, null));
	}

	@ParameterizedTest
	@ValueSource(ints = { 300, 301, 302, 303, 307, 308 })
	void neverFollowsARedirect(int status) throws Exception {
		try (RawServer other = RawServer.start(RawPeer::accept);
				RawServer server = RawServer.start((peer) -> peer.respond("HTTP/1.1 " + status + " Moved\r\nLocation: "
						+ other.uri().toString().replace("ws:", "http:") + "\r\nContent-Length: 0"))) {
			ConnectionEnd end = this.fixture.connect(server.uri()).end();
			assertThat(end).isIn(new HandshakeRefused(status, null),
					new ConnectFailed("it redirects, which is not followed; use the final address", true));
			if (this.kind.can(Capability.EVERY_REFUSAL)) {
				assertThat(end).isEqualTo(new HandshakeRefused(status, null));
			}
			assertThat(other.connections()).isZero();
			assertThat(server.connections()).isOne();
		}
	}

}
