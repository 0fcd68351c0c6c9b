package io.realtime4j.spring.bridge.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.realtime4j.spring.bridge.PageLimits;

/**
 * Puts the pieces of the frames of a page together, within its limits. A frame that comes
 * in one piece, as nearly all do, is passed on as it is. It belongs to the thread that
 * reads.
 */
final class PageFrames {

	/**
	 * The most bytes of a character of text.
	 */
	private static final int BYTES_PER_CHARACTER = 3;

	private final PageConnection connection;

	private final PageLimits limits;

	private StringBuilder text = new StringBuilder(0);

	private ByteArrayOutputStream audio = new ByteArrayOutputStream(0);

	private boolean tooLarge;

	PageFrames(PageConnection connection, PageLimits limits) {
		this.connection = connection;
		this.limits = limits;
	}

	PageConnection connection() {
		return this.connection;
	}

	void onText(String piece, boolean last) {
		if (!isWithin((long) this.text.length() + piece.length(), this.limits.maxTextSize())) {
			return;
		}
		if (last && this.text.isEmpty()) {
			tell(piece);
			return;
		}
		this.text.append(piece);
		if (last) {
			String whole = this.text.toString();
			this.text = new StringBuilder(0);
			tell(whole);
		}
	}

	private void tell(String whole) {
		long most = (long) BYTES_PER_CHARACTER * whole.length();
		int limit = this.limits.maxTextSize();
		if (most <= limit || isWithin(whole.getBytes(StandardCharsets.UTF_8).length, limit)) {
			this.connection.onText(whole);
		}
	}

	void onBinary(ByteBuffer piece, boolean last) {
		if (!isWithin((long) this.audio.size() + piece.remaining(), this.limits.maxAudioSize())) {
			return;
		}
		if (last && this.audio.size() == 0) {
			this.connection.onBinary(piece);
			return;
		}
		byte[] bytes = new byte[piece.remaining()];
		piece.get(bytes);
		this.audio.writeBytes(bytes);
		if (last) {
			ByteBuffer whole = ByteBuffer.wrap(this.audio.toByteArray());
			this.audio = new ByteArrayOutputStream(0);
			this.connection.onBinary(whole);
		}
	}

	private boolean isWithin(long size, int limit) {
		if (size > limit && !this.tooLarge) {
			this.tooLarge = true;
			this.text = new StringBuilder(0);
			this.audio = new ByteArrayOutputStream(0);
			this.connection.close(CloseReasons.TOO_LARGE);
		}
		return !this.tooLarge;
	}

}
