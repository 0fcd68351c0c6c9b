package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.TransformationResult;
import org.apache.tomcat.websocket.WsIOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of messages on its way to Tomcat, which is left with empty ones: it
 * would decode text character by character, in buffers as large as the largest message
 * that each session holds for ever. Used by one thread at a time.
 */
final class TextReader extends PassingTransformation {

	private static final int CONTROL_BIT = 0x08;

	private static final int SMALLEST_SIZE = 2 * 1024;

	/**
	 * Size of the buffer that a session may hold while nothing arrives.
	 */
	private static final int KEPT_SIZE = 8 * 1024;

	private static final int LARGEST_GUESS = 64 * 1024;

	private @Nullable Receiver receiver;

	private int limit;

	private boolean text;

	private @Nullable ByteBuffer bytes;

	// Messages are often about as large as the one before
	private int guess = SMALLEST_SIZE;

	private @Nullable String message;

	/**
	 * Say who hears of text.
	 * @param limit the largest message in bytes
	 * @param receiver hears of it
	 */
	void connect(int limit, Receiver receiver) {
		this.limit = limit;
		this.receiver = receiver;
	}

	/**
	 * Return the message that has arrived, of which Tomcat tells that it is empty.
	 * @return the text
	 */
	String take() {
		String taken = this.message;
		this.message = null;
		return (taken != null) ? taken : "";
	}

	/**
	 * Let the memory go.
	 */
	void release() {
		this.bytes = null;
	}

	@Override
	public TransformationResult getMoreData(byte opCode, boolean fin, int rsv, ByteBuffer target) throws IOException {
		if ((opCode & CONTROL_BIT) != 0) {
			return super.getMoreData(opCode, fin, rsv, target);
		}
		if (opCode != Constants.OPCODE_CONTINUATION) {
			this.text = opCode == Constants.OPCODE_TEXT;
		}
		Receiver told = this.receiver;
		if (!this.text || told == null) {
			return super.getMoreData(opCode, fin, rsv, target);
		}
		TransformationResult result = read(opCode, fin, rsv, told);
		told.onPiece();
		return result;
	}

	private TransformationResult read(byte opCode, boolean fin, int rsv, Receiver told) throws IOException {
		ByteBuffer whole = (this.bytes != null) ? this.bytes : ByteBuffer.allocate(this.guess);
		TransformationResult result = super.getMoreData(opCode, fin, rsv, whole);
		while (result == TransformationResult.OVERFLOW && whole.position() <= this.limit) {
			whole = larger(whole);
			result = super.getMoreData(opCode, fin, rsv, whole);
		}
		if (whole.position() > this.limit) {
			release();
			told.onTooLarge();
			throw new WsIOException(new CloseReason(CloseCodes.TOO_BIG, ""));
		}
		this.bytes = whole;
		if (result == TransformationResult.END_OF_FRAME && fin) {
			this.message = decode(whole);
			reuse(whole);
		}
		return result;
	}

	private ByteBuffer larger(ByteBuffer full) {
		// One byte more than the limit tells a message that is over it
		long size = Math.min(2L * full.capacity(), this.limit + 1L);
		return ByteBuffer.allocate((int) size).put(full.flip());
	}

	private static String decode(ByteBuffer whole) throws IOException {
		String decoded = new String(whole.array(), 0, whole.position(), StandardCharsets.UTF_8);
		// Stands for what is invalid, if the server did not send it
		if (decoded.indexOf('\uFFFD') >= 0) {
			try {
				StandardCharsets.UTF_8.newDecoder().decode(whole.duplicate().flip());
			}
			catch (CharacterCodingException ex) {
				throw new WsIOException(new CloseReason(CloseCodes.NOT_CONSISTENT, "text that is not UTF-8"));
			}
		}
		return decoded;
	}

	private void reuse(ByteBuffer whole) {
		this.guess = Math.max(SMALLEST_SIZE, Math.min(whole.position(), LARGEST_GUESS));
		this.bytes = (whole.capacity() <= KEPT_SIZE) ? whole.clear() : null;
	}

	/**
	 * Hears of the text of messages.
	 */
	interface Receiver {

		/**
		 * Something of a message arrived.
		 */
		void onPiece();

		/**
		 * The message is over the limit, and the connection is about to be cut.
		 */
		void onTooLarge();

	}

}
