package io.realtime4j.benchmarks.load.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.realtime4j.benchmarks.load.server.FrameReader.Message;
import io.realtime4j.benchmarks.load.server.Frames.Opcode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameReader} and {@link Frames}.
 */
class FrameReaderTests {

	private static final byte[] MASK = { 1, 2, 3, 4 };

	private final FrameReader reader = new FrameReader();

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 125, 126, 65_535, 65_536, 200_000 })
	void readsTextOfAnyLength(int length) {
		String text = "x".repeat(length);
		Message message = this.reader.next(ByteBuffer.wrap(masked(Frames.text(text))));
		assertThat(message).isNotNull();
		assertThat(message.text()).isEqualTo(text);
	}

	@Test
	void waitsForTheWholeFrame() {
		byte[] frame = masked(Frames.text("hello"));
		ByteBuffer buffer = ByteBuffer.wrap(frame);
		for (int length = 0; length < frame.length; length++) {
			assertThat(this.reader.next(buffer.duplicate().limit(length))).isNull();
		}
		Message message = this.reader.next(buffer);
		assertThat(message).isNotNull();
		assertThat(message.text()).isEqualTo("hello");
	}

	@Test
	void putsFragmentsTogetherAroundAPing() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(fragment(masked(Frames.text("he"))));
		bytes.writeBytes(masked(Frames.frame(Opcode.PING, new byte[] { 7 })));
		bytes.writeBytes(masked(Frames.frame(Opcode.CONTINUATION, "llo".getBytes(StandardCharsets.UTF_8))));
		ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
		Message ping = this.reader.next(buffer);
		Message text = this.reader.next(buffer);
		assertThat(ping).isNotNull();
		assertThat(ping.opcode()).isEqualTo(Opcode.PING);
		assertThat(ping.payload()).containsExactly(7);
		assertThat(text).isNotNull();
		assertThat(text.text()).isEqualTo("hello");
	}

	@Test
	void acceptsTheKeyOfTheStandard() {
		assertThat(new String(Frames.accept("dGhlIHNhbXBsZSBub25jZQ=="), StandardCharsets.US_ASCII))
			.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
	}

	private static byte[] fragment(byte[] frame) {
		frame[0] &= 0x7f;
		return frame;
	}

	// What a client writes: the frame of a server with a mask behind its length
	private static byte[] masked(byte[] frame) {
		int header = switch (frame[1] & 0x7f) {
			case 126 -> 4;
			case 127 -> 10;
			default -> 2;
		};
		ByteBuffer masked = ByteBuffer.allocate(frame.length + MASK.length);
		masked.put(frame, 0, header).put(MASK);
		for (int i = header; i < frame.length; i++) {
			masked.put((byte) (frame[i] ^ MASK[(i - header) % MASK.length]));
		}
		return masked.put(1, (byte) (frame[1] | 0x80)).array();
	}

}
