package io.realtime4j.simulator.model.standard;

import java.util.List;
import java.util.regex.Pattern;

import io.realtime4j.simulator.model.ModelTurn;
import org.jspecify.annotations.Nullable;

/**
 * Asks about what was not understood for sure, and knows what it asked.
 */
final class Guesses {

	private static final Pattern YES = Pattern.compile(
			"^\\W*(?:yes|yeah|yep|right|correct|exactly|sure|okay|that(?: i|'|’)s (?:right|correct))\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NO = Pattern.compile("^\\W*(?:no|nope|wrong|that(?: i|'|’)s wrong)\\b",
			Pattern.CASE_INSENSITIVE);

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
		return (!guess.isEmpty() && YES.matcher(text).find()) ? guess : text;
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
