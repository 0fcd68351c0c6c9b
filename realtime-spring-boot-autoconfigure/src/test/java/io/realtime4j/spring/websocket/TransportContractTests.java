package io.realtime4j.spring.websocket;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.realtime4j.transport.TransportConnection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What every transport does, beside its behaviour in the face of faults.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(TransportKind.class)
class TransportContractTests {

	private final TransportKind kind;

	private final TransportFixture fixture;

	private final RecordingListener listener;

	TransportContractTests(TransportKind kind) {
		this.kind = kind;
		this.fixture = new TransportFixture(kind);
		this.listener = this.fixture.listener();
	}

	@AfterEach
	void closeTransport() {
		this.fixture.close();
	}

	@Test
	void sendsTheHeadersOfTheHandshake() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.drain();
		})) {
			this.fixture.connect(server.uri());
			this.listener.connection().close(1000, "OK");
			this.listener.end();
			assertThat(server.requests()).singleElement()
				.asString()
				.startsWith("GET /v1/realtime HTTP/1.1")
				.contains("\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
				.contains("Authorization: Bearer sk-CANARY-1234")
				.doesNotContainIgnoringCase("\r\nOrigin:");
		}
	}

	@Test
	void sendsTextOfAnySizeInOrder() throws Exception {
		BlockingQueue<String> received = new LinkedBlockingQueue<>();
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			StringBuilder text = new StringBuilder();
			for (RawFrame frame = peer.read(); frame.opcode() != RawFrame.CLOSE; frame = peer.read()) {
				text.append(frame.text());
				if (frame.last()) {
					received.add(text.toString());
					text.setLength(0);
				}
			}
		})) {
			this.fixture.connect(server.uri());
			TransportConnection connection = this.listener.connection();
			String large = "y".repeat(2_000_000);
			connection.send("first").toCompletableFuture().get(20, TimeUnit.SECONDS);
			connection.send(large).toCompletableFuture().get(20, TimeUnit.SECONDS);
			connection.send("last").toCompletableFuture().get(20, TimeUnit.SECONDS);
			assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
			assertThat(large.equals(received.poll(20, TimeUnit.SECONDS))).isTrue();
			assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("last");
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
			this.fixture.connect(server.uri());
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
			RawFrame ping = peer.read();
			assertThat(ping.opcode()).isEqualTo(RawFrame.PING);
			peer.send(RawFrame.PONG, true, ping.payload());
			peer.read();
			peer.send(RawFrame.TEXT, false, TransportFixture.bytes("a piece"));
			peer.drain();
		})) {
			this.fixture.connect(server.uri());
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
		try (RawServer server = RawServer.start(RawPeer::accept)) {
			this.fixture.connect(server.uri());
			TransportConnection connection = this.listener.connection();
			this.listener.end();
			assertThatNoException().isThrownBy(connection::ping);
			assertThat(this.listener.activity()).isZero();
		}
	}

	@Test
	void endsItsThreadsWhenItIsClosed() throws Exception {
		Set<Thread> before = readingThreads();
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.drain();
		})) {
			this.fixture.connect(server.uri());
			this.listener.connection();
			Set<Thread> own = readingThreads();
			if (this.kind.can(Capability.OWN_THREADS)) {
				own.removeAll(before);
			}
			assertThat(own).isNotEmpty();
			this.fixture.close();
			this.listener.end();
			if (this.kind.can(Capability.OWN_THREADS)) {
				Awaitility.await().until(() -> own.stream().noneMatch(Thread::isAlive));
			}
			else {
				// They are those of all containers of the JVM
				assertThat(own).anyMatch(Thread::isAlive);
			}
		}
	}

	private Set<Thread> readingThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith(this.kind.threadNames()))
			.collect(Collectors.toSet());
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void keepsHeadersOutOfTheLogAtTraceLevel(CapturedOutput output) throws Exception {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.TRACE);
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.text("{\"type\":\"ping\"}");
			peer.drain();
		})) {
			this.fixture.connect(server.uri());
			this.listener.text();
			this.listener.connection().close(1000, "OK");
			this.listener.end();
			assertThat(output).contains(this.kind.loggedHandshake()).doesNotContain("CANARY");
		}
		finally {
			logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
		}
	}

}
