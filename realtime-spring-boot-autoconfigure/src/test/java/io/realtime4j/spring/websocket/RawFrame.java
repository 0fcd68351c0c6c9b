package io.realtime4j.spring.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A frame from the client, unmasked.
 */
record RawFrame(int opcode, boolean last, byte[] payload) {

	static final int TEXT = 1;

	static final int BINARY = 2;

	static final int CLOSE = 8;

	static final int PING = 9;

	static final int PONG = 10;

	static byte[] encode(int opcode, boolean last, byte[] payload) {
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		frame.write((last ? 0x80 : 0) | opcode);
		if (payload.length < 126) {
			frame.write(payload.length);
		}
		else if (payload.length < 65536) {
			frame.write(126);
			frame.write(payload.length >> 8);
			frame.write(payload.length);
		}
		else {
			frame.write(127);
			for (int shift = 56; shift >= 0; shift -= 8) {
				frame.write((int) (((long) payload.length) >> shift));
			}
		}
		frame.writeBytes(payload);
		return frame.toByteArray();
	}

	String text() {
		return new String(this.payload, StandardCharsets.UTF_8);
	}

}
