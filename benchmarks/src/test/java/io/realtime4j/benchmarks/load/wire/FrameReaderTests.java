package io.realtime4j.benchmarks.load.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.realtime4j.benchmarks.load.wire.FrameReader.Message;
import io.realtime4j.benchmarks.load.wire.Frames.Opcode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameReader} and {@link Frames}.
 */
class FrameReaderTests {

	private final FrameReader reader = new FrameReader();

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 125, 126, 65_535, 65_536, 200_000 })
	void readsTextOfAnyLength(int length) {
		String text = "x".repeat(length);
		Message message = this.reader.next(ByteBuffer.wrap(masked(text)));
		assertThat(message).isNotNull();
		assertThat(message.text()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 125, 126, 65_536 })
	void readsFramesOfServersToo(int length) {
		Message message = this.reader.next(ByteBuffer.wrap(Frames.frame(Opcode.BINARY, new byte[length])));
		assertThat(message).isNotNull();
		assertThat(message.opcode()).isEqualTo(Opcode.BINARY);
		assertThat(message.payload()).hasSize(length);
	}

	@Test
	void overwritesAPartOfAMaskedFrame() {
		byte[] frame = masked("hello world");
		Frames.overwrite(frame, 11, 6, "there".getBytes(StandardCharsets.UTF_8));
		Message message = this.reader.next(ByteBuffer.wrap(frame));
		assertThat(message).isNotNull();
		assertThat(message.text()).isEqualTo("hello there");
	}

	@Test
	void waitsForTheWholeFrame() {
		byte[] frame = masked("hello");
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
		bytes.writeBytes(fragment(masked("he")));
		bytes.writeBytes(Frames.masked(Opcode.PING, new byte[] { 7 }));
		bytes.writeBytes(Frames.masked(Opcode.CONTINUATION, "llo".getBytes(StandardCharsets.UTF_8)));
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

	private static byte[] masked(String text) {
		return Frames.masked(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

}
