package io.realtime4j.simulator.model.standard;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.simulator.model.ModelTurn;
import org.jspecify.annotations.Nullable;

/**
 * Answers what calls for no tool, in a short sentence.
 */
final class SmallTalk {

	static final String GREETING = "Hello! I am the simulator. What can I do for you?";

	private static final String DECLINED = "All right, I leave it as it is.";

	private static final int MAX_QUOTE = 120;

	private static final Pattern NAME = Pattern.compile("\\bmy name is (\\p{L}+)", Pattern.CASE_INSENSITIVE);

	private static final Pattern ASKS_NAME = Pattern.compile("\\b(?:what(?:'s| is)|do you know) my name\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern GREETS = Pattern.compile("^(?:hello|hi|hey|good (?:morning|day|evening))\\b|\\bgreet",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern THANKS = Pattern.compile("\\bthank(?:s| you)\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern DECIDES = Pattern.compile("^(?:yes|yeah|no|nope|ok|okay|sure)\\b.{0,20}$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern LEAVES = Pattern.compile("\\b(?:good)?bye\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern SAY = Pattern.compile("\\b(?:say|repeat)\\b[^\"'“]*[\"'“]([^\"'”]+)[\"'”]",
			Pattern.CASE_INSENSITIVE);

	private SmallTalk() {
	}

	/**
	 * Answer a text.
	 * @param text what the user says
	 * @param turns the conversation
	 * @return a sentence or two
	 */
	static String answer(String text, List<ModelTurn> turns) {
		Matcher say = SAY.matcher(text);
		if (say.find()) {
			return say.group(1);
		}
		if (ASKS_NAME.matcher(text).find()) {
			String name = name(turns);
			return (name != null) ? "Your name is " + name + "." : "You have not told me your name yet.";
		}
		Matcher name = NAME.matcher(text);
		if (name.find()) {
			return "Nice to meet you, " + name.group(1) + ".";
		}
		if (ToolPicker.isDeclined(text)) {
			return DECLINED;
		}
		if (GREETS.matcher(text).find()) {
			return GREETING;
		}
		if (THANKS.matcher(text).find()) {
			return "You are welcome.";
		}
		if (LEAVES.matcher(text).find()) {
			return "Goodbye, it was nice talking to you.";
		}
		if (DECIDES.matcher(text.strip()).matches()) {
			return "All right.";
		}
		return echo(text.strip());
	}

	private static String echo(String text) {
		String quote = (text.length() > MAX_QUOTE) ? WellFormedText.cut(text, MAX_QUOTE) + "..." : text;
		if (quote.endsWith("?")) {
			return "You asked: " + quote + " I am only a simulator, so I have no real answer to that.";
		}
		String end = (quote.matches("(?s).*[.!…]$")) ? "" : ".";
		return "You said: " + quote + end + " I am only a simulator, but I understood every word.";
	}

	private static @Nullable String name(List<ModelTurn> turns) {
		String found = null;
		for (ModelTurn turn : turns) {
			Matcher name = NAME.matcher(turn.text());
			if (turn.role() == ModelTurn.Role.USER && name.find()) {
				found = name.group(1);
			}
		}
		return found;
	}

}
