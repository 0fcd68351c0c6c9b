package io.realtime4j.simulator.model.standard;

import java.util.List;
import java.util.regex.Pattern;

import io.realtime4j.simulator.model.ModelTurn;
import org.jspecify.annotations.Nullable;

/**
 * Asks about what was not understood for sure, and knows what it asked.
 */
final class Guesses {

	private static final String CONSENT = "(?:yes|yeah|yep|right|correct|exactly|absolutely|sure|of course|ok|okay|all right|"
			+ "(?:that|it)(?: i|'|’)s (?:right|correct|it|fine|what i (?:said|want)))";

	private static final String POLITE = "(?:please|thanks|thank you|very much|a lot|indeed|sir|madam|do|do it|do that|"
			+ "go ahead|i did|i do|it is|that is|you are|perfect|great|fine|good)";

	/**
	 * Consent with nothing but polite words: "Yes, but for three" is no consent.
	 */
	private static final Pattern YES = Pattern.compile(
			"\\W*(?:(?:well|so|oh)\\W+)?" + CONSENT + "(?:\\W+(?:" + CONSENT + "|" + POLITE + "))*\\W*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NO = Pattern
		.compile("^\\W*(?:" + CONSENT + "\\W+)*(?:no|nope|wrong|that(?: i|'|’)s wrong)\\b", Pattern.CASE_INSENSITIVE);

	private static final String AGAIN = "Sorry. Please say it again, in a few simple words.";

	private Guesses() {
	}

	/**
	 * Ask whether a guess is right.
	 * @param guess what may have been said
	 * @return the question
	 */
	static String ask(String guess) {
		return "I am not sure that I understood you. Did you say: " + guess + "?";
	}

	/**
	 * Return what the user says, which is the guess where the user confirms it.
	 * @param turns the conversation
	 * @return the words, empty if there are none that are sure
	 */
	static String resolve(List<ModelTurn> turns) {
		ModelTurn user = ofUser(turns, 0);
		String text = (user != null) ? user.text() : "";
		String guess = asked(turns);
		return (!guess.isEmpty() && YES.matcher(text).matches()) ? guess : text;
	}

	/**
	 * Return what to say to somebody who says that a guess is wrong.
	 * @param turns the conversation
	 * @return the words, or {@code null} if nobody says so
	 */
	static @Nullable String apologise(List<ModelTurn> turns) {
		ModelTurn user = ofUser(turns, 0);
		boolean wrong = user != null && !asked(turns).isEmpty() && NO.matcher(user.text()).find();
		return (wrong) ? AGAIN : null;
	}

	private static String asked(List<ModelTurn> turns) {
		ModelTurn before = ofUser(turns, 1);
		return (before != null && before.text().isBlank()) ? before.guess() : "";
	}

	private static @Nullable ModelTurn ofUser(List<ModelTurn> turns, int skipped) {
		int left = skipped;
		for (int i = turns.size() - 1; i >= 0; i--) {
			if (turns.get(i).role() == ModelTurn.Role.USER && left-- == 0) {
				return turns.get(i);
			}
		}
		return null;
	}

}
