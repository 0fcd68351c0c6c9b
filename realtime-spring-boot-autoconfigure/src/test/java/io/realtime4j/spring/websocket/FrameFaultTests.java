package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.FrameTooLarge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a server can send that is large, strange or wrong.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(TransportKind.class)
class FrameFaultTests {

	private static final int MEBI = 1024 * 1024;

	private final TransportFixture fixture;

	FrameFaultTests(TransportKind kind) {
		this.fixture = new TransportFixture(kind);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private static byte[] bytes(String text) {
		return TransportFixture.bytes(text);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2047, 2048, 2049, 8191, 8192, 8193, 64_204, MEBI, 15 * MEBI })
	void putsFramesTogetherHoweverLargeTheyAre(int length) throws Exception {
		String text = "é" + "x".repeat(length);
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.text(text);
			int half = bytes(text).length / 2 + 1;
			peer.send(RawFrame.TEXT, false, Arrays.copyOf(bytes(text), half));
			peer.send(0, true, Arrays.copyOfRange(bytes(text), half, bytes(text).length));
			peer.text("last");
			peer.drain();
		})) {
			RecordingListener listener = this.fixture.connect(server.uri());
			assertThat(listener.text().equals(text)).isTrue();
			assertThat(listener.text().equals(text)).isTrue();
			assertThat(listener.text()).isEqualTo("last");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\uFFFD", "\uFFFD€", "\uD83D\uDE00" })
	void takesAnyCharacter(String text) throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.text(text);
			peer.text("after " + text);
			peer.drain();
		})) {
			RecordingListener listener = this.fixture.connect(server.uri());
			assertThat(listener.text()).isEqualTo(text);
			assertThat(listener.text()).isEqualTo("after " + text);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 10_000, MEBI })
	void putsFragmentsOfOneByteTogether(int length) throws Exception {
		byte[] payload = bytes("x".repeat(length) + "€");
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			byte[] frames = new byte[3 * payload.length];
			for (int i = 0; i < payload.length; i++) {
				frames[3 * i] = (byte) ((i == 0) ? RawFrame.TEXT : (i == payload.length - 1) ? 0x80 : 0);
				frames[3 * i + 1] = 1;
				frames[3 * i + 2] = payload[i];
			}
			peer.write(frames);
			peer.drain();
		})) {
			assertThat(this.fixture.connect(server.uri()).text().equals("x".repeat(length) + "€")).isTrue();
		}
	}

	@Test
	void endsAMessageThatNeverEnds() throws Exception {
		AtomicLong written = new AtomicLong();
		ConnectionEnd end = this.fixture.endOf((peer) -> {
			peer.accept();
			peer.send(RawFrame.TEXT, false, new byte[0]);
			while (true) {
				peer.send(0, false, new byte[64 * 1024]);
				written.addAndGet(64 * 1024);
			}
		});
		assertThat(end).isEqualTo(new FrameTooLarge(TransportFixture.MAX_FRAME_SIZE));
		assertThat(this.fixture.listener().waiting()).isZero();
		// What is over the bound is at most what the sockets hold
		assertThat(written.get()).isLessThan(TransportFixture.MAX_FRAME_SIZE + 16L * MEBI);
	}

	@Test
	void keepsNoMemoryForAFrameThatIsOnlyAnnounced() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.write(new byte[] { (byte) 0x81, 127, 0, 0, 0, 0, 0x7F, 0, 0, 0 }, bytes("{\"type\""));
			peer.drain();
		})) {
			long before = usedHeap();
			this.fixture.open(server.uri());
			assertThat(usedHeap() - before).isLessThan(8L * MEBI);
		}
	}

	private static long usedHeap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	@Test
	void endsABinaryMessageThatNeverEnds() throws Exception {
		assertThat(this.fixture.endOf((peer) -> {
			peer.accept();
			peer.send(RawFrame.BINARY, false, new byte[0]);
			while (true) {
				peer.send(0, false, new byte[64 * 1024]);
			}
		})).isEqualTo(new FrameTooLarge(TransportFixture.MAX_FRAME_SIZE));
	}

	@Test
	void tellsOfBinaryFrames() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			peer.send(RawFrame.BINARY, true, new byte[5000]);
			peer.send(RawFrame.BINARY, true, new byte[20_000]);
			peer.text("after");
			peer.drain();
		})) {
			RecordingListener listener = this.fixture.connect(server.uri());
			assertThat(listener.text()).isEqualTo("after");
			assertThat(listener.binaries()).containsExactly(5000, 20_000);
		}
	}

	static Stream<Named<byte[]>> brokenFrames() {
		return Stream.of(
				Named.of("invalid UTF-8", RawFrame.encode(RawFrame.TEXT, true, new byte[] { (byte) 0xC3, 0x28 })),
				Named.of("UTF-8 that ends early", RawFrame.encode(RawFrame.TEXT, true, new byte[] { (byte) 0xE2 })),
				Named.of("compressed", RawFrame.encode(0x40 | RawFrame.TEXT, true, new byte[] { 1, 2, 3 })),
				Named.of("reserved bits", RawFrame.encode(0x30 | RawFrame.TEXT, true, bytes("x"))),
				Named.of("reserved opcode", RawFrame.encode(3, true, bytes("x"))),
				Named.of("reserved control opcode", RawFrame.encode(11, true, bytes("x"))),
				Named.of("masked", new byte[] { (byte) 0x81, (byte) 0x81, 1, 2, 3, 4, 'x' }),
				Named.of("continuation of nothing", RawFrame.encode(0, true, bytes("x"))),
				Named.of("fragmented ping", RawFrame.encode(RawFrame.PING, false, bytes("x"))),
				Named.of("long ping", RawFrame.encode(RawFrame.PING, true, new byte[126])),
				Named.of("negative length", new byte[] { (byte) 0x81, 127, -1, 0, 0, 0, 0, 0, 0, 0 }));
	}

	@ParameterizedTest
	@MethodSource("brokenFrames")
	void endsAConnectionThatBreaksTheProtocol(byte[] frame) throws Exception {
		assertThat(this.fixture.endOf((peer) -> {
			peer.accept();
			peer.write(frame);
			peer.drain();
		})).isInstanceOfSatisfying(ConnectionLost.class,
				(end) -> assertThat(end.problem()).startsWith("the server broke the protocol"));
		assertThat(this.fixture.listener().waiting()).isZero();
	}

	@Test
	void answersPingsWithTheirPayloadInTheMiddleOfALargeMessage() throws Exception {
		try (RawServer server = RawServer.start((peer) -> {
			peer.accept();
			assertPong(peer, "before");
			peer.send(RawFrame.TEXT, false, new byte[MEBI]);
			assertPong(peer, "between");
			peer.send(0, true, new byte[MEBI]);
			assertPong(peer, "");
			peer.text("answered");
			peer.drain();
		})) {
			RecordingListener listener = this.fixture.connect(server.uri());
			assertThat(listener.text()).hasSize(2 * MEBI);
			assertThat(listener.text()).isEqualTo("answered");
		}
	}

	private static void assertPong(RawPeer peer, String payload) throws IOException {
		peer.send(RawFrame.PING, true, bytes(payload));
		RawFrame pong = peer.read();
		assertThat(pong.opcode()).isEqualTo(RawFrame.PONG);
		assertThat(pong.text()).isEqualTo(payload);
	}

}
