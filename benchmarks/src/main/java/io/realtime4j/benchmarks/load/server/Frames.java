package io.realtime4j.benchmarks.load.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Frames that a server writes on a WebSocket.
 */
final class Frames {

	private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private static final int FINAL = 0x80;

	private static final int SHORT_LENGTH = 126;

	private static final int LONG_LENGTH = 127;

	private Frames() {
	}

	static byte[] text(String text) {
		return frame(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] frame(Opcode opcode, byte[] payload) {
		ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 10);
		frame.write(FINAL | opcode.code());
		if (payload.length < SHORT_LENGTH) {
			frame.write(payload.length);
		}
		else if (payload.length <= 0xffff) {
			frame.write(SHORT_LENGTH);
			frame.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) payload.length).array());
		}
		else {
			frame.write(LONG_LENGTH);
			frame.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(payload.length).array());
		}
		frame.writeBytes(payload);
		return frame.toByteArray();
	}

	static byte[] accept(String key) {
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
	enum Opcode {

		CONTINUATION(0), TEXT(1), BINARY(2), CLOSE(8), PING(9), PONG(10);

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
