package io.realtime4j.simulator.ears;

/**
 * Word at its place in an utterance.
 *
 * @param spelling the word in lower case
 * @param from the frame at which it begins
 * @param to the frame at which it ends
 * @param score the logarithm of its likelihood
 */
record HeardWord(String spelling, int from, int to, double score) {

	/**
	 * Return how long the word is.
	 * @return the number of frames, at least one
	 */
	int frames() {
		return Math.max(1, this.to - this.from);
	}

}
