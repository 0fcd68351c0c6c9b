package io.realtime4j.benchmarks.load.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.realtime4j.benchmarks.load.server.Frames.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client writes on a WebSocket.
 */
final class FrameReader {

	private static final int MASK_LENGTH = 4;

	private final ByteArrayOutputStream message = new ByteArrayOutputStream(0);

	/**
	 * Read the next message.
	 * @param buffer the bytes received, whose position advances by whole frames
	 * @return the message, or {@code null} if more bytes are needed
	 */
	@Nullable Message next(ByteBuffer buffer) {
		while (true) {
			int start = buffer.position();
			int header = headerLength(buffer);
			long length = (header > 0) ? length(buffer) : 0;
			if (header < 0 || buffer.remaining() < header + length) {
				return null;
			}
			int first = buffer.get(start);
			byte[] payload = unmask(buffer, start + header, (int) length);
			Opcode opcode = Opcode.of(first & 0x0f);
			if (opcode == Opcode.CLOSE || opcode == Opcode.PING || opcode == Opcode.PONG) {
				return new Message(opcode, payload);
			}
			this.message.writeBytes(payload);
			if (first < 0) {
				byte[] whole = this.message.toByteArray();
				this.message.reset();
				return new Message(Opcode.TEXT, whole);
			}
		}
	}

	private static int headerLength(ByteBuffer buffer) {
		if (buffer.remaining() < 2) {
			return -1;
		}
		int more = switch (buffer.get(buffer.position() + 1) & 0x7f) {
			case 126 -> Short.BYTES;
			case 127 -> Long.BYTES;
			default -> 0;
		};
		int length = 2 + more + MASK_LENGTH;
		return (buffer.remaining() < length) ? -1 : length;
	}

	private static long length(ByteBuffer buffer) {
		int length = buffer.get(buffer.position() + 1) & 0x7f;
		return switch (length) {
			case 126 -> buffer.getShort(buffer.position() + 2) & 0xffff;
			case 127 -> buffer.getLong(buffer.position() + 2);
			default -> length;
		};
	}

	private static byte[] unmask(ByteBuffer buffer, int position, int length) {
		byte[] payload = new byte[length];
		for (int i = 0; i < length; i++) {
			payload[i] = (byte) (buffer.get(position + i) ^ buffer.get(position - MASK_LENGTH + i % MASK_LENGTH));
		}
		buffer.position(position + length);
		return payload;
	}

	/**
	 * A message.
	 *
	 * @param opcode its kind
	 * @param payload its content
	 */
	record Message(Opcode opcode, byte[] payload) {

		String text() {
			return new String(this.payload, StandardCharsets.UTF_8);
		}

	}

}
