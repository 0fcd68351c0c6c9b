package io.realtime4j.simulator.ears;

/**
 * Result of listening.
 *
 * @param words the words, empty if none were understood
 * @param sure whether they may be acted upon; if not, the simulator asks whether they are
 * what was said
 */
public record Hearing(String words, boolean sure) {

	private static final Hearing NOTHING = new Hearing("", false);

	/**
	 * Return that nothing was understood.
	 * @return a hearing without words
	 */
	public static Hearing nothing() {
		return NOTHING;
	}

	/**
	 * Return words that are sure.
	 * @param words the words
	 * @return a hearing of these words
	 */
	public static Hearing of(String words) {
		return new Hearing(words, true);
	}

}
