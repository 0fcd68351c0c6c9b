package io.realtime4j.spring.websocket;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.TransportConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways in which a connection ends.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(TransportKind.class)
class ConnectionEndTests {

	private static final IntPredicate KNOWN_TO_CONTAINERS = (code) -> code >= 3000
			|| Set.of(1000, 1001, 1003, 1008, 1009, 1010, 1011).contains(code);

	private final TransportKind kind;

	private final TransportFixture fixture;

	ConnectionEndTests(TransportKind kind) {
		this.kind = kind;
		this.fixture = new TransportFixture(kind);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@ParameterizedTest
	@CsvSource({ "1000,''", "1000,done", "1001,going away", "1002,''", "1003,''", "1007,''", "1008,policy", "1009,''",
			"1010,''", "1011,internal", "1012,restart", "1013,try again later", "1014,''", "1006,not on the wire",
			"3000,invalid_request_error.invalid_api_key", "4000,invalid_request_error.invalid_model", "4999,''" })
	void tellsTheCloseCodeAndReasonOfTheServer(int code, String reason) throws Exception {
		ConnectionEnd end = this.fixture.endOf((peer) -> {
			peer.accept();
			peer.closeFrame(code, reason);
			peer.drain();
		});
		if (this.kind.can(Capability.ANY_CLOSE_CODE) || KNOWN_TO_CONTAINERS.test(code)) {
			assertThat(end).isEqualTo(new Closed(code, reason));
		}
		else {
			assertThat(end).isInstanceOfSatisfying(ConnectionLost.class,
					(lost) -> assertThat(lost.problem()).startsWith("the server broke the protocol or closed with code")
						.endsWith(reason));
		}
	}

	@Test
	void tellsThatTheServerGaveNoCloseCode() throws Exception {
		assertThat(this.fixture.endOf((peer) -> {
			peer.accept();
			peer.send(RawFrame.CLOSE, true, new byte[0]);
			peer.drain();
		})).isEqualTo(new Closed(this.kind.can(Capability.ANY_CLOSE_CODE) ? 1005 : 1000, ""));
	}

	@Test
	void answersACloseFrame() throws Exception {
		CompletableFuture<Integer> answer = new CompletableFuture<>();
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.closeFrame(1001, "");
			answer.complete(peer.read().opcode());
		})) {
			this.fixture.open(server.uri());
			assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(RawFrame.CLOSE);
		}
	}

	@Test
	void tellsOfAResetInTheMiddleOfAFrame() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.write(new byte[] { (byte) 0x81, 126, 1, 0, '{' });
			peer.read();
			peer.reset();
		})) {
			this.fixture.open(server.uri()).send("go on");
			assertThat(this.fixture.listener().end()).isInstanceOf(ConnectionLost.class);
			assertThat(this.fixture.listener().waiting()).isZero();
		}
	}

	@Test
	void tellsThatTheServerWentWithoutACloseFrame() throws Exception {
		assertThat(this.fixture.endOf(RawPeer::accept))
			.isEqualTo(new ConnectionLost("the server ended it without a close frame"));
	}

	@Test
	void closesWithoutWaitingForAServerThatDoesNotAnswer() throws Exception {
		CompletableFuture<Void> over = new CompletableFuture<>();
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			over.join();
		})) {
			this.fixture.open(server.uri()).close(1000, "bye");
			assertThat(this.fixture.listener().end()).isEqualTo(new Closed(1000, "bye"));
		}
		finally {
			over.complete(null);
		}
	}

	@Test
	void cutsTheSocketOfAServerThatDoesNotAnswerAClose() throws Exception {
		CompletableFuture<Integer> eof = new CompletableFuture<>();
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.read();
			eof.complete(peer.in().read());
		})) {
			this.fixture.open(server.uri()).close(1000, "bye");
			assertThat(eof.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
		}
	}

	@Test
	void abortsWithoutWaitingForTheServer() throws Exception {
		CompletableFuture<Void> over = new CompletableFuture<>();
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			over.join();
		})) {
			TransportConnection connection = this.fixture.open(server.uri());
			connection.suspendReading();
			connection.abort();
			connection.abort();
			assertThat(this.fixture.listener().end()).isEqualTo(new ConnectionLost("it was aborted"));
		}
		finally {
			over.complete(null);
		}
	}

}
