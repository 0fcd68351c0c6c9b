package io.realtime4j.spring.websocket;

import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.TransportConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sending to a server that reads nothing.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(TransportKind.class)
class SendFaultTests {

	private static final String LARGE = "y".repeat(15 * 1024 * 1024);

	private final TransportFixture fixture;

	private final TransportFixture impatient;

	private final CountDownLatch read = new CountDownLatch(1);

	SendFaultTests(TransportKind kind) {
		this.fixture = new TransportFixture(kind, Duration.ofSeconds(60), null);
		this.impatient = new TransportFixture(kind, Duration.ofMillis(500), null);
	}

	@AfterEach
	void close() {
		this.read.countDown();
		this.fixture.close();
		this.impatient.close();
	}

	private RawServer server() throws Exception {
		return RawServer.start((peer) -> {
			peer.accept();
			awaitRead();
			peer.drain();
		});
	}

	private void awaitRead() {
		try {
			this.read.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static CompletableFuture<Void> send(TransportConnection connection, String text) {
		return connection.send(text).toCompletableFuture();
	}

	@Test
	void sendDoesNotHoldItsCaller() throws Exception {
		try (RawServer server = server()) {
			TransportConnection connection = this.fixture.open(server.uri());
			assertThat(send(connection, LARGE)).isNotDone();
		}
	}

	@Test
	void sendCompletesWhenTheServerReadsInTime() throws Exception {
		try (RawServer server = server()) {
			CompletableFuture<Void> sent = send(this.fixture.open(server.uri()), LARGE);
			this.read.countDown();
			assertThat(sent.get(20, TimeUnit.SECONDS)).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 100_000 })
	void textThatCannotBeWrittenFailsAlone(int length) throws Exception {
		try (RawServer server = server()) {
			this.read.countDown();
			TransportConnection connection = this.fixture.open(server.uri());
			assertThat(send(connection, "y".repeat(length) + "\uD83D")).failsWithin(Duration.ZERO)
				.withThrowableOfType(ExecutionException.class)
				.withCauseInstanceOf(CharacterCodingException.class);
			assertThat(send(connection, "whole").get(20, TimeUnit.SECONDS)).isNull();
			assertThat(this.fixture.listener().isOpen()).isTrue();
		}
	}

	@Test
	void sendThatStandsStillForTooLongEndsTheConnection() throws Exception {
		try (RawServer server = server()) {
			CompletableFuture<Void> sent = send(this.impatient.open(server.uri()), LARGE);
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> sent.get(20, TimeUnit.SECONDS));
			assertThat(this.impatient.listener().end())
				.isEqualTo(new ConnectionLost("sending failed: no answer in time"));
		}
	}

	@Test
	void abortFailsASendThatStandsStill() throws Exception {
		try (RawServer server = server()) {
			TransportConnection connection = this.fixture.open(server.uri());
			CompletableFuture<Void> sent = send(connection, LARGE);
			connection.abort();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> sent.get(20, TimeUnit.SECONDS));
			assertThat(this.fixture.listener().end()).isEqualTo(new ConnectionLost("it was aborted"));
		}
	}

	@Test
	void sendFailsWhenTheConnectionEndsMeanwhile() throws Exception {
		CompletableFuture<Void> end = new CompletableFuture<>();
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			end.join();
			peer.reset();
		})) {
			CompletableFuture<Void> sent = send(this.fixture.open(server.uri()), LARGE);
			end.complete(null);
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> sent.get(20, TimeUnit.SECONDS));
			assertThat(this.fixture.listener().end()).isInstanceOf(ConnectionLost.class);
		}
	}

	@Test
	void sendFailsOnceTheConnectionHasEnded() throws Exception {
		try (RawServer server = RawServer.start(RawPeer::accept)) {
			TransportConnection connection = this.fixture.open(server.uri());
			this.fixture.listener().end();
			assertThat(send(connection, "late")).isCompletedExceptionally();
		}
	}

	@Test
	void pingDoesNotHoldItsCallerBehindASendThatStandsStill() throws Exception {
		try (RawServer server = server()) {
			TransportConnection connection = this.fixture.open(server.uri());
			CompletableFuture<Void> sent = send(connection, LARGE);
			connection.ping();
			connection.ping();
			assertThat(sent).isNotDone();
		}
	}

}
