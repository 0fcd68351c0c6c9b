package io.realtime4j.simulator.ears;

import java.util.List;

/**
 * Sentence that fits an utterance.
 *
 * @param words its words, without pauses
 * @param score the logarithm of its likelihood
 * @param scores that of the best beginning, after each frame
 */
record HeardSentence(List<HeardWord> words, double score, List<Double> scores) {

	/**
	 * Create a new {@link HeardSentence} instance.
	 */
	HeardSentence {
		words = List.copyOf(words);
		scores = List.copyOf(scores);
	}

	/**
	 * Return the spelling of the words.
	 * @return the words in lower case, in order
	 */
	List<String> spelling() {
		return this.words.stream().map(HeardWord::spelling).toList();
	}

	/**
	 * Return how well the best beginnings fit a part of the utterance.
	 * @param from the frame at which the part begins
	 * @param to the frame at which it ends
	 * @return the logarithm of the likelihood
	 */
	double between(int from, int to) {
		int last = this.scores.size() - 1;
		return this.scores.get(Math.min(last, to)) - this.scores.get(Math.min(last, from));
	}

}
