package io.realtime4j.codec;

import java.util.Spliterator;
import java.util.function.IntFunction;

/**
 * Utilities that keep text valid as UTF-8: both halves of a character outside of the
 * basic plane, such as an emoji, must stand together. A half that stands alone, which is
 * an unpaired surrogate, occurs where text is cut or streamed in pieces, and a frame that
 * contains one cannot be sent.
 *
 * @since 0.1.0
 */
public final class WellFormedText {

	/**
	 * Replacement for an unpaired surrogate.
	 */
	public static final char REPLACEMENT = '\uFFFD';

	private WellFormedText() {
	}

	/**
	 * Return whether a text can be written as UTF-8.
	 * @param text the text
	 * @return whether no half of a character stands alone
	 */
	public static boolean isWellFormed(String text) {
		return unpaired(text, firstSurrogate(text)) == text.length();
	}

	/**
	 * Return a text that can be written as UTF-8.
	 * @param text the text
	 * @return the same text, in which {@link #REPLACEMENT} stands for each half of a
	 * character that stands alone
	 */
	public static String of(String text) {
		return replaced(text, (half) -> String.valueOf(REPLACEMENT));
	}

	/**
	 * Return the beginning of a text, without cutting a character in half.
	 * @param text the text
	 * @param maxLength the most characters
	 * @return the beginning, which may be one character shorter
	 */
	public static String cut(String text, int maxLength) {
		if (text.length() <= maxLength) {
			return text;
		}
		boolean between = maxLength > 0 && Character.isHighSurrogate(text.charAt(maxLength - 1))
				&& Character.isLowSurrogate(text.charAt(maxLength));
		return text.substring(0, between ? maxLength - 1 : maxLength);
	}

	/**
	 * Return a growing text without an incomplete character at its end, whose second half
	 * is in the next piece.
	 * @param text the text so far
	 * @return the text up to its last whole character
	 */
	public static String soFar(String text) {
		int last = text.length() - 1;
		return (last >= 0 && Character.isHighSurrogate(text.charAt(last))) ? text.substring(0, last) : text;
	}

	/**
	 * Return equivalent JSON text that can be written as UTF-8.
	 * @param json the JSON text
	 * @return the same text, in which an escape stands for each half of a character that
	 * stands alone
	 */
	public static String escaped(String json) {
		return replaced(json, "\\u%04x"::formatted);
	}

	private static String replaced(String text, IntFunction<String> replacement) {
		int start = 0;
		int end = unpaired(text, firstSurrogate(text));
		if (end == text.length()) {
			return text;
		}
		StringBuilder result = new StringBuilder(text.length() + 1);
		while (end < text.length()) {
			result.append(text, start, end).append(replacement.apply(text.charAt(end)));
			start = end + 1;
			end = unpaired(text, start);
		}
		return result.append(text, start, end).toString();
	}

	// Called for each frame, and the longest ones are audio: base64 in ASCII
	private static int firstSurrogate(String text) {
		int length = text.length();
		if (isLatin1(text)) {
			return length;
		}
		for (int i = 0; i < length; i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				return i;
			}
		}
		return length;
	}

	// Only a text that is kept in one byte for each character knows how many code points
	// it has, and there is no half of one in it
	private static boolean isLatin1(String text) {
		return text.codePoints().spliterator().hasCharacteristics(Spliterator.SIZED);
	}

	private static int unpaired(String text, int from) {
		int length = text.length();
		for (int i = from; i < length; i++) {
			char character = text.charAt(i);
			if (Character.isHighSurrogate(character) && i + 1 < length
					&& Character.isLowSurrogate(text.charAt(i + 1))) {
				i++;
			}
			else if (Character.isSurrogate(character)) {
				return i;
			}
		}
		return length;
	}

}
