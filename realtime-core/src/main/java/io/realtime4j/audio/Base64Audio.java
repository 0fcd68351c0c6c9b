package io.realtime4j.audio;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * Internal reader and writer of audio as base64 text inside of other text, such as a
 * frame, without needless copies. It uses one buffer for all audio and may be shared by
 * all threads.
 *
 * @since 0.1.0
 */
public final class Base64Audio {

	// More than a second of PCM in 24 kHz
	private static final int MAX_KEPT = 128 * 1024;

	private final Base64Buffer buffer = new Base64Buffer(MAX_KEPT);

	/**
	 * Create a new {@link Base64Audio}.
	 */
	public Base64Audio() {
	}

	/**
	 * Return audio that is contained in a text. The text is neither copied nor checked,
	 * and kept as long as the audio.
	 * @param text the text that holds the audio as base64 text
	 * @param start the index of the first character of the audio
	 * @param end the index behind the last character of the audio
	 * @return the audio
	 * @throws IndexOutOfBoundsException if there is no such place in the text
	 * @see AudioData#ofBase64(String)
	 */
	public AudioData read(String text, int start, int end) {
		Objects.checkFromToIndex(start, end, text.length());
		return new AudioData(new Base64Text(text, start, end, this.buffer), null);
	}

	/**
	 * Return audio as base64 text between two other texts.
	 * @param before the text before, as the bytes of ISO 8859-1
	 * @param audio the audio
	 * @param after the text behind, as the bytes of ISO 8859-1
	 * @return the three in one
	 */
	public String write(byte[] before, AudioData audio, byte[] after) {
		if (audio.isGivenAsText()) {
			return text(before) + audio.base64() + text(after);
		}
		byte[] bytes = audio.array();
		int encodedLength = Math.multiplyExact((bytes.length + 2) / 3, 4);
		int length = Math.addExact(encodedLength, before.length + after.length);
		byte[] text = this.buffer.take(length);
		try {
			// The JDK encodes to the beginning of an array only
			Base64.getEncoder().encode(bytes, text);
			System.arraycopy(text, 0, text, before.length, encodedLength);
			System.arraycopy(before, 0, text, 0, before.length);
			System.arraycopy(after, 0, text, before.length + encodedLength, after.length);
			return new String(text, 0, length, StandardCharsets.ISO_8859_1);
		}
		finally {
			this.buffer.giveBack(text);
		}
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

}
