package io.realtime4j.simulator.model.standard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a text that say what it is about.
 */
final class Words {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

	private static final Pattern CAMEL_HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

	private static final int MIN_STEM = 4;

	private static final int MIN_LENGTH = 3;

	private static final Set<String> COMMON = Set.of("about", "again", "all", "also", "and", "any", "are", "ask",
			"both", "but", "call", "can", "could", "current", "currently", "did", "does", "doing", "don't", "each",
			"every", "exactly", "fetch", "find", "for", "from", "function", "functions", "get", "give", "given", "has",
			"have", "hello", "help", "her", "here", "hey", "him", "his", "how", "i'd", "i'll", "i'm", "i've", "into",
			"it's", "its", "just", "know", "let", "like", "look", "make", "may", "name", "named", "need", "not", "now",
			"off", "one", "our", "out", "please", "return", "returns", "say", "set", "she", "should", "show", "some",
			"tell", "than", "thank", "thanks", "that", "that's", "the", "their", "them", "then", "there", "these",
			"they", "this", "those", "tool", "tools", "use", "used", "user", "users", "using", "very", "want", "was",
			"way", "we'd", "we'll", "we're", "we've", "well", "were", "what", "what's", "when", "where", "which",
			"while", "who", "whose", "why", "will", "with", "would", "you", "your", "yours");

	private Words() {
	}

	/**
	 * Return the words of a text.
	 * @param text the text
	 * @return the words as they are written
	 */
	static List<String> of(String text) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(text);
		while (matcher.find()) {
			words.add(matcher.group());
		}
		return words;
	}

	/**
	 * Return the words of an identifier such as {@code get_weather} or
	 * {@code getWeather}.
	 * @param identifier the identifier
	 * @return the significant words, in lower case
	 */
	static List<String> ofIdentifier(String identifier) {
		return significant(CAMEL_HUMP.matcher(identifier.replace('_', ' ').replace('-', ' ')).replaceAll(" "));
	}

	/**
	 * Return the words of a text that say what it is about.
	 * @param text the text
	 * @return the significant words, in lower case
	 */
	static List<String> significant(String text) {
		return of(text).stream().filter(Words::isSignificant).map(Words::lower).distinct().toList();
	}

	/**
	 * Return whether a word says what a text is about.
	 * @param word the word
	 * @return {@code false} for common words
	 */
	static boolean isSignificant(String word) {
		return word.length() >= MIN_LENGTH && !COMMON.contains(lower(word).replace('’', '\''));
	}

	/**
	 * Return whether two words have the same stem.
	 * @param first a word in lower case
	 * @param second another
	 * @return {@code true} if they are the same or nearly so
	 */
	static boolean alike(String first, String second) {
		if (first.equals(second)) {
			return true;
		}
		int shorter = Math.min(first.length(), second.length());
		int common = 0;
		while (common < shorter && first.charAt(common) == second.charAt(common)) {
			common++;
		}
		return common >= Math.max(MIN_STEM, shorter - 1);
	}

	/**
	 * Return whether some words contain one that is like another.
	 * @param words the words, in lower case
	 * @param word the other word, in lower case
	 * @return {@code true} if there is one
	 */
	static boolean contains(Collection<String> words, String word) {
		return words.stream().anyMatch((other) -> alike(other, word));
	}

	static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
