package io.realtime4j.conversation;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a spoken text was heard. The protocol does not say when a word is spoken,
 * so the text is taken to be spread evenly over its audio; a word of which only a part
 * was heard does not count.
 */
final class HeardText {

	private static final Set<Character.UnicodeScript> WITHOUT_SPACES = EnumSet.of(Character.UnicodeScript.HAN,
			Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA, Character.UnicodeScript.THAI,
			Character.UnicodeScript.LAO, Character.UnicodeScript.KHMER, Character.UnicodeScript.MYANMAR);

	private HeardText() {
	}

	/**
	 * Return the part of a text that was heard.
	 * @param text the whole text
	 * @param heardMillis the audio that was heard, in ms
	 * @param totalMillis the whole audio, in ms, 0 if it is not known
	 * @return the part that was heard, or {@code null} if that cannot be told
	 */
	static @Nullable String of(String text, long heardMillis, long totalMillis) {
		if (heardMillis <= 0) {
			return "";
		}
		if (totalMillis <= 0) {
			return null;
		}
		if (heardMillis >= totalMillis) {
			return text;
		}
		int end = (int) (text.length() * (double) heardMillis / totalMillis);
		while (end > 0 && !endsWord(text, end)) {
			end--;
		}
		return text.substring(0, end).stripTrailing();
	}

	private static boolean endsWord(String text, int end) {
		int before = text.codePointBefore(end);
		if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
			return false;
		}
		return end == text.length() || Character.isWhitespace(text.codePointAt(end)) || !isOfWord(before)
				|| WITHOUT_SPACES.contains(Character.UnicodeScript.of(before));
	}

	private static boolean isOfWord(int character) {
		return Character.isLetterOrDigit(character) || character == '\'' || character == '\u2019';
	}

}
