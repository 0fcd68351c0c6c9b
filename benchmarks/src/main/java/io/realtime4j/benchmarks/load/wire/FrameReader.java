package io.realtime4j.benchmarks.load.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.realtime4j.benchmarks.load.wire.Frames.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the other side writes on a WebSocket, masked or not.
 */
public final class FrameReader {

	private static final int MASK_LENGTH = 4;

	private static final int OPCODE = 0x0f;

	private static final int COMPRESSED = 0x40;

	private static final int FIRST_CONTROL = 8;

	private final ByteArrayOutputStream message = new ByteArrayOutputStream(0);

	private int first;

	/**
	 * Read the next message.
	 * @param buffer the bytes received, whose position advances by whole frames
	 * @return the message, or {@code null} if more bytes are needed
	 */
	public @Nullable Message next(ByteBuffer buffer) {
		while (true) {
			int start = buffer.position();
			int header = headerLength(buffer);
			long length = (header > 0) ? length(buffer) : 0;
			if (header < 0 || buffer.remaining() < header + length) {
				return null;
			}
			int head = buffer.get(start);
			byte[] payload = payload(buffer, header, (int) length);
			Message whole = take(head, payload);
			if (whole != null) {
				return whole;
			}
		}
	}

	private @Nullable Message take(int head, byte[] payload) {
		boolean last = head < 0;
		int code = head & OPCODE;
		if (code >= FIRST_CONTROL || (last && code != Opcode.CONTINUATION.code())) {
			return message(head, payload);
		}
		if (code != Opcode.CONTINUATION.code()) {
			this.first = head;
		}
		this.message.writeBytes(payload);
		if (!last) {
			return null;
		}
		byte[] whole = this.message.toByteArray();
		this.message.reset();
		return message(this.first, whole);
	}

	private static Message message(int head, byte[] payload) {
		return new Message(Opcode.of(head & OPCODE), (head & COMPRESSED) != 0, payload);
	}

	private static boolean isMasked(ByteBuffer buffer) {
		return buffer.get(buffer.position() + 1) < 0;
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
		int length = 2 + more + ((isMasked(buffer)) ? MASK_LENGTH : 0);
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

	private static byte[] payload(ByteBuffer buffer, int header, int length) {
		int position = buffer.position() + header;
		byte[] payload = new byte[length];
		buffer.get(position, payload);
		if (isMasked(buffer)) {
			for (int i = 0; i < length; i++) {
				payload[i] ^= buffer.get(position - MASK_LENGTH + i % MASK_LENGTH);
			}
		}
		buffer.position(position + length);
		return payload;
	}

	/**
	 * A message.
	 *
	 * @param opcode its kind
	 * @param compressed whether it is as {@code permessage-deflate} makes it
	 * @param payload its content
	 */
	public record Message(Opcode opcode, boolean compressed, byte[] payload) {

		/**
		 * Return the content as text.
		 * @return the text
		 */
		public String text() {
			return new String(this.payload, StandardCharsets.UTF_8);
		}

	}

}
