package io.realtime4j.audio;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one array for text on its way from or to base64, since a new one for each piece
 * of audio costs more than the conversion. Threads that come at the same time do not wait
 * for each other: who finds no array gets a new one.
 */
final class Base64Buffer {

	/**
	 * Keeps nothing.
	 */
	static final Base64Buffer NONE = new Base64Buffer(0);

	private final int maxLength;

	private final AtomicReference<byte @Nullable []> kept = new AtomicReference<>();

	/**
	 * Create a new {@link Base64Buffer}.
	 * @param maxLength the length of the longest array that is kept
	 */
	Base64Buffer(int maxLength) {
		this.maxLength = maxLength;
	}

	/**
	 * Return an array that nobody else uses until it is given back. What it holds is of
	 * no meaning.
	 * @param length the length that it must have at least
	 * @return the array
	 */
	byte[] take(int length) {
		byte[] array = (length <= this.maxLength) ? this.kept.getAndSet(null) : null;
		return (array != null && array.length >= length) ? array : new byte[length];
	}

	void giveBack(byte[] array) {
		if (array.length <= this.maxLength) {
			this.kept.set(array);
		}
	}

}
