package io.realtime4j.simulator.ears;

import java.util.List;
import java.util.Set;

/**
 * Reasons not to believe a sentence. It is compared with what fits without any language,
 * sound by sound: speech of another language fits a sentence of ours much worse than
 * that. The limits were found with some hundred sentences of several voices.
 */
final class Doubt {

	/**
	 * How much less likely the sentence has to be without a word that matters.
	 */
	static final double LEAD = 14;

	private static final double NONSENSE = -2;

	private static final double SENTENCE_LIMIT = -1.4;

	private static final double WORD_LIMIT = -3.5;

	private static final double VALUE_LIMIT = -2.2;

	private static final Set<String> DAYS = Set.of("today", "tomorrow", "tonight");

	private static final Set<String> NUMBERS = Set.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten", "eleven", "twelve");

	private static final int SHORT_WORD = 20;

	private final HeardSentence sentence;

	private final Set<String> values;

	Doubt(HeardSentence sentence, Set<String> values) {
		this.sentence = sentence;
		this.values = values;
	}

	/**
	 * Return the words that matter.
	 * @return the words, in order
	 */
	List<HeardWord> critical() {
		return this.sentence.words().stream().filter((word) -> this.values.contains(word.spelling())).toList();
	}

	/**
	 * Return whether it is not even worth a question.
	 * @param sounds what fits without any language
	 * @return {@code true} if something else was said
	 */
	boolean isNonsense(HeardSentence sounds) {
		return fit(sounds) < NONSENSE;
	}

	/**
	 * Return whether the sentence or one of its words fits badly.
	 * @param sounds what fits without any language
	 * @return {@code true} if it may not be acted upon
	 */
	boolean fitsBadly(HeardSentence sounds) {
		return fit(sounds) < SENTENCE_LIMIT || this.sentence.words()
			.stream()
			.anyMatch((word) -> fit(word, sounds) < (this.values.contains(word.spelling()) ? VALUE_LIMIT : WORD_LIMIT));
	}

	/**
	 * Return whether something is said twice that is true once.
	 * @return {@code true} if there are two days, or two numbers of the same kind
	 */
	boolean isContradictory() {
		List<String> words = this.sentence.spelling();
		return words.stream().filter(DAYS::contains).count() > 1 || numbersAfter("at", words) > 1
				|| numbersAfter("for", words) > 1;
	}

	private static long numbersAfter(String preposition, List<String> words) {
		long count = 0;
		for (int i = 1; i < words.size(); i++) {
			if (words.get(i - 1).equals(preposition) && NUMBERS.contains(words.get(i))) {
				count++;
			}
		}
		return count;
	}

	private double fit(HeardSentence sounds) {
		double difference = 0;
		int frames = 0;
		for (HeardWord word : this.sentence.words()) {
			difference += difference(word, sounds);
			frames += word.frames();
		}
		return difference / Math.max(1, frames);
	}

	private double fit(HeardWord word, HeardSentence sounds) {
		return difference(word, sounds) / Math.max(SHORT_WORD, word.frames());
	}

	private static double difference(HeardWord word, HeardSentence sounds) {
		return word.score() - sounds.between(word.from(), word.to());
	}

}
