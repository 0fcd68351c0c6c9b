package io.realtime4j.benchmarks.load.soak;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turn of the user, by number. Its text names it, and so does the end of its answer: an
 * answer that was cut short names none.
 *
 * @param conversation the number of the conversation
 * @param number the number of the turn, from 1
 */
record Turn(int conversation, int number) {

	private static final Pattern TAG = Pattern.compile("\\[c(\\d+)/(\\d+)]");

	private static final Pattern ROLL_CALL = Pattern.compile("\\[c(\\d+)/end] (\\d+) turns");

	String question() {
		return "Please take note of " + tag();
	}

	String answer() {
		return "I have taken note of that now, as you asked me to do, which was " + tag();
	}

	String itemId() {
		return String.format(Locale.ROOT, "item_c%d_%d", this.conversation, this.number);
	}

	private String tag() {
		return String.format(Locale.ROOT, "[c%d/%d]", this.conversation, this.number);
	}

	/**
	 * Return the last words of a conversation, which say how many turns it had.
	 * @param last the last turn before
	 * @return the text
	 */
	static String rollCall(Turn last) {
		return String.format(Locale.ROOT, "[c%d/end] %d turns", last.conversation, last.number);
	}

	/**
	 * Return the last turn that a text calls for.
	 * @param text what the user said
	 * @return the last turn, or empty if it is no roll call
	 */
	static Optional<Turn> ofRollCall(String text) {
		return find(ROLL_CALL, text);
	}

	/**
	 * Return the turn that a text names.
	 * @param text a question or an answer
	 * @return the turn, or empty if it names none
	 */
	static Optional<Turn> of(String text) {
		return find(TAG, text);
	}

	private static Optional<Turn> find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return (matcher.find())
				? Optional.of(new Turn(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
				: Optional.empty();
	}

}
