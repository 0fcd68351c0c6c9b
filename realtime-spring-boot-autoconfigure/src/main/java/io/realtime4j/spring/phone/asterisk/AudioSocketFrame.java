package io.realtime4j.spring.phone.asterisk;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * A message of AudioSocket: one byte for its kind, two for the length of its content.
 *
 * @param kind the kind
 * @param content the content
 */
record AudioSocketFrame(int kind, byte[] content) {

	static final int TERMINATE = 0x00;

	static final int UUID = 0x01;

	static final int KEY = 0x03;

	static final int ERROR = 0xff;

	private static final int HEAD = 3;

	/**
	 * Read a message.
	 * @param in where from
	 * @return the message, or {@code null} at the end
	 * @throws IOException if it cannot be read, or ends too early
	 */
	static @Nullable AudioSocketFrame read(DataInputStream in) throws IOException {
		int kind = in.read();
		if (kind < 0) {
			return null;
		}
		byte[] content = new byte[in.readUnsignedShort()];
		in.readFully(content);
		return new AudioSocketFrame(kind, content);
	}

	byte[] bytes() {
		return ByteBuffer.allocate(HEAD + this.content.length)
			.put((byte) this.kind)
			.putShort((short) this.content.length)
			.put(this.content)
			.array();
	}

}
