package io.realtime4j.benchmarks.load.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Frames as they are written on a WebSocket: those of a client are masked.
 */
public final class Frames {

	private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private static final int FINAL = 0x80;

	private static final int MASKED = 0x80;

	private static final byte[] MASK = { 0x5a, 0x17, 0x63, 0x2e };

	private static final int MAX_HEAD = 14;

	private static final int SHORT_LENGTH = 126;

	private static final int LONG_LENGTH = 127;

	private Frames() {
	}

	/**
	 * Return a text of a server.
	 * @param text the text
	 * @return the bytes of the frame
	 */
	public static byte[] text(String text) {
		return frame(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return a frame of a server.
	 * @param opcode its kind
	 * @param payload its content
	 * @return the bytes of the frame
	 */
	public static byte[] frame(Opcode opcode, byte[] payload) {
		ByteArrayOutputStream frame = head(opcode, payload.length, 0);
		frame.writeBytes(payload);
		return frame.toByteArray();
	}

	/**
	 * Return a frame of a client.
	 * @param opcode its kind
	 * @param payload its content
	 * @return the bytes of the frame
	 */
	public static byte[] masked(Opcode opcode, byte[] payload) {
		ByteArrayOutputStream frame = head(opcode, payload.length, MASKED);
		frame.writeBytes(MASK);
		int start = frame.size();
		frame.writeBytes(payload);
		byte[] bytes = frame.toByteArray();
		mask(bytes, start, start, payload.length);
		return bytes;
	}

	/**
	 * Write over a part of a frame of a client.
	 * @param frame the frame, as {@link #masked} returned it
	 * @param payloadLength the length of its content
	 * @param index where in the content
	 * @param part what is written there
	 */
	public static void overwrite(byte[] frame, int payloadLength, int index, byte[] part) {
		int start = frame.length - payloadLength;
		System.arraycopy(part, 0, frame, start + index, part.length);
		mask(frame, start, start + index, part.length);
	}

	private static void mask(byte[] frame, int start, int from, int length) {
		for (int i = from; i < from + length; i++) {
			frame[i] ^= MASK[(i - start) % MASK.length];
		}
	}

	private static ByteArrayOutputStream head(Opcode opcode, int length, int masked) {
		ByteArrayOutputStream frame = new ByteArrayOutputStream(length + MAX_HEAD);
		frame.write(FINAL | opcode.code());
		if (length < SHORT_LENGTH) {
			frame.write(masked | length);
		}
		else if (length <= 0xffff) {
			frame.write(masked | SHORT_LENGTH);
			frame.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) length).array());
		}
		else {
			frame.write(masked | LONG_LENGTH);
			frame.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
		}
		return frame;
	}

	/**
	 * Return the answer of a server to a handshake.
	 * @param key the key of the client
	 * @return the bytes
	 */
	public static byte[] accept(String key) {
		return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
				+ digest(key) + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static String digest(String key) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1")
				.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The kinds of frames.
	 */
	public enum Opcode {

		/**
		 * The next fragment of a message.
		 */
		CONTINUATION(0),

		/**
		 * A text.
		 */
		TEXT(1),

		/**
		 * Bytes.
		 */
		BINARY(2),

		/**
		 * The end.
		 */
		CLOSE(8),

		/**
		 * Asks for a {@link #PONG}.
		 */
		PING(9),

		/**
		 * Answers a {@link #PING}.
		 */
		PONG(10);

		private final int code;

		Opcode(int code) {
			this.code = code;
		}

		int code() {
			return this.code;
		}

		static Opcode of(int code) {
			for (Opcode opcode : values()) {
				if (opcode.code == code) {
					return opcode;
				}
			}
			throw new IllegalArgumentException("Unknown kind of frame " + code);
		}

	}

}
