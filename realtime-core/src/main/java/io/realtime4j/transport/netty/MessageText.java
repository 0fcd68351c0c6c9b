package io.realtime4j.transport.netty;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;

/**
 * Reads the text of messages. Bytes are decoded in bulk; only a text that holds the
 * character that stands for broken bytes is looked at again.
 */
final class MessageText {

	private static final char REPLACEMENT = '\uFFFD';

	private static final int KEPT_SIZE = 32 * 1024;

	// One for each thread that reads, of which there are few
	private static final FastThreadLocal<byte[]> BUFFER = new FastThreadLocal<>() {

		@Override
		protected byte[] initialValue() {
			return new byte[KEPT_SIZE];
		}

	};

	private MessageText() {
	}

	/**
	 * Return the text of a message.
	 * @param content its bytes
	 * @return the text
	 * @throws CharacterCodingException if it is not UTF-8
	 */
	static String decode(ByteBuf content) throws CharacterCodingException {
		int length = content.readableBytes();
		if (content.hasArray()) {
			return decode(content.array(), content.arrayOffset() + content.readerIndex(), length);
		}
		byte[] bytes = (length <= KEPT_SIZE) ? BUFFER.get() : new byte[length];
		content.getBytes(content.readerIndex(), bytes, 0, length);
		return decode(bytes, 0, length);
	}

	/**
	 * Give back what this thread keeps for decoding.
	 */
	static void forget() {
		BUFFER.remove();
	}

	private static String decode(byte[] bytes, int offset, int length) throws CharacterCodingException {
		String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
		if (text.indexOf(REPLACEMENT) >= 0) {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
		}
		return text;
	}

}
