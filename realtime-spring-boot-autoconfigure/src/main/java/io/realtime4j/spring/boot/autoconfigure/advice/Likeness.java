package io.realtime4j.spring.boot.autoconfigure.advice;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Finds the name that somebody may have meant.
 */
final class Likeness {

	private Likeness() {
	}

	/**
	 * Return the known name that is most like another one.
	 * @param name the name
	 * @param known the known names
	 * @return the known name, or {@code null} if none differs by a few characters only
	 */
	static @Nullable String closest(String name, Collection<String> known) {
		int most = (name.length() < 6) ? 1 : 2;
		return known.stream()
			.filter((other) -> Math.abs(other.length() - name.length()) <= most && distance(name, other) <= most)
			.min(Comparator.comparingInt((other) -> distance(name, other)))
			.orElse(null);
	}

	// By Levenshtein
	private static int distance(String one, String other) {
		String first = one.toLowerCase(Locale.ROOT);
		String second = other.toLowerCase(Locale.ROOT);
		int[] row = new int[second.length() + 1];
		Arrays.setAll(row, (i) -> i);
		for (int i = 1; i <= first.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= second.length(); j++) {
				int above = row[j];
				int cost = (first.charAt(i - 1) == second.charAt(j - 1)) ? 0 : 1;
				row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
				diagonal = above;
			}
		}
		return row[second.length()];
	}

}
