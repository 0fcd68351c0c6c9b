package io.realtime4j.simulator.model.standard;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Numbers that are written as words, up to 99.
 */
final class Numerals {

	private static final List<String> ONES = List.of("zero", "one", "two", "three", "four", "five", "six", "seven",
			"eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
			"eighteen", "nineteen");

	private static final List<String> TENS = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
			"ninety");

	private static final int FIRST_TEN = 20;

	private static final int TEN = 10;

	private static final Pattern NUMERAL = Pattern.compile(
			"(?<![\\p{L}\\p{N}'’])(?:(" + String.join("|", TENS) + ")(?:[ -](" + String.join("|", ONES.subList(1, TEN))
					+ "))?|(" + String.join("|", ONES) + "))(?![\\p{L}\\p{N}'’])",
			Pattern.CASE_INSENSITIVE);

	private Numerals() {
	}

	/**
	 * Write the numbers of a text with digits.
	 * @param text the text
	 * @return the same text, in which {@code twenty one} is {@code 21}
	 */
	static String toDigits(String text) {
		return NUMERAL.matcher(text).replaceAll((match) -> {
			String alone = match.group(3);
			return String.valueOf((alone != null) ? ones(alone) : tens(match.group(1)) + ones(match.group(2)));
		});
	}

	private static int tens(String word) {
		return FIRST_TEN + TEN * TENS.indexOf(Words.lower(word));
	}

	private static int ones(@Nullable String word) {
		return (word != null) ? ONES.indexOf(Words.lower(word)) : 0;
	}

}
