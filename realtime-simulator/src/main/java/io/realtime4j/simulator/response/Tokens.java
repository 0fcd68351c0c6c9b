package io.realtime4j.simulator.response;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Internal splitter of text into the pieces in which it is streamed.
 */
public final class Tokens {

	private static final Pattern TOKEN = Pattern.compile("\\s*[\\p{L}\\p{M}\\p{N}'’]+|\\s*\\S|\\s+");

	private static final Pattern SENTENCE = Pattern.compile(".+?(?:[.!?…]+[\"')\\]]*(?=\\s|$)|$)\\s*", Pattern.DOTALL);

	private Tokens() {
	}

	/**
	 * Split text into words and signs.
	 * @param text the text
	 * @return pieces that make up the text, in order
	 */
	public static List<String> of(String text) {
		return split(TOKEN, text);
	}

	static List<String> sentences(String text) {
		return split(SENTENCE, text);
	}

	private static List<String> split(Pattern pattern, String text) {
		List<String> pieces = new ArrayList<>();
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			if (!matcher.group().isEmpty()) {
				pieces.add(matcher.group());
			}
		}
		return pieces;
	}

}
