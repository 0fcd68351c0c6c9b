package io.realtime4j.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Spliterator;

/**
 * Base64 text that stands somewhere in another text, such as the frame that it came in.
 * It is neither copied nor looked at before somebody asks for its bytes.
 *
 * @param source the text that it stands in
 * @param start where it begins
 * @param end where the text behind it begins
 * @param buffer where its characters may pass through
 */
record Base64Text(String source, int start, int end, Base64Buffer buffer) {

	private static final int ASCII = 0x7F;

	// 1 for each character that base64 does not have
	private static final byte[] FOREIGN = foreign();

	private static byte[] foreign() {
		byte[] foreign = new byte[ASCII + 1];
		Arrays.fill(foreign, (byte) 1);
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".chars()
			.forEach((character) -> foreign[character] = 0);
		return foreign;
	}

	int length() {
		return this.end - this.start;
	}

	/**
	 * Return the length of the decoded bytes, as the length of the text suggests even if
	 * it is not base64.
	 */
	int decodedLength() {
		int last = this.end;
		while (last > this.start && this.end - last < 2 && this.source.charAt(last - 1) == '=') {
			last--;
		}
		return (int) ((last - this.start) * 3L / 4);
	}

	byte[] decode() {
		try {
			return isLatin1(this.source) ? decodeLatin1()
					: Base64.getDecoder().decode(toString().getBytes(StandardCharsets.ISO_8859_1));
		}
		catch (IllegalArgumentException ex) {
			// The JDK's message quotes from the text, so it is not kept as the cause.
			throw new IllegalArgumentException("Audio is not valid base64 (" + length() + " characters)");
		}
	}

	@SuppressWarnings("deprecation")
	private byte[] decodeLatin1() {
		byte[] characters = this.buffer.take(length());
		try {
			this.source.getBytes(this.start, this.end, characters, 0);
			ByteBuffer bytes = Base64.getDecoder().decode(ByteBuffer.wrap(characters, 0, length()));
			byte[] array = bytes.array();
			return (array.length == bytes.limit()) ? array : Arrays.copyOf(array, bytes.limit());
		}
		finally {
			this.buffer.giveBack(characters);
		}
	}

	/**
	 * Return whether there are only characters of base64, and at most two of padding at
	 * the end.
	 */
	boolean isPlain() {
		int last = this.end;
		while (last > this.start && this.end - last < 2 && this.source.charAt(last - 1) == '=') {
			last--;
		}
		// Without a branch, since this is done for each frame of a page
		int foreign = 0;
		for (int i = this.start; i < last; i++) {
			char character = this.source.charAt(i);
			foreign |= FOREIGN[character & ASCII] | (character & ~ASCII);
		}
		return foreign == 0;
	}

	boolean isSameAs(Base64Text other) {
		return length() == other.length() && this.source.regionMatches(this.start, other.source, other.start, length());
	}

	@Override
	public String toString() {
		return this.source.substring(this.start, this.end);
	}

	// Only a text that is kept in one byte for each character knows how many code points
	// it has. The characters of another one would lose their upper bytes here.
	private static boolean isLatin1(String text) {
		return text.codePoints().spliterator().hasCharacteristics(Spliterator.SIZED);
	}

}
