package io.realtime4j.simulator.model.standard;

import java.time.Duration;
import java.util.regex.Pattern;

import io.realtime4j.simulator.model.ModelReply;

/**
 * A long story, told slowly, so that there is time to interrupt it.
 */
final class Story {

	private static final Pattern WISH = Pattern.compile("\\b(?:story|stories|tale|fairy ?tale)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Duration WORD_PAUSE = Duration.ofMillis(60);

	private static final String TEXT = """
			Once upon a time there was a lighthouse at the end of a long stone pier. \
			Its keeper was an old woman who had never once missed the hour of lighting the lamp. \
			Every evening she climbed the ninety nine steps, and every evening she counted them aloud. \
			One night in autumn she counted a hundred. \
			She went down again and counted once more, and again there were a hundred steps. \
			So she sat down on the new one, and she waited. \
			After a while a small grey cat came up the stairs and sat beside her. \
			The cat said that a step was a very good place to listen to the sea. \
			The old woman had heard stranger things, and so she listened. \
			She heard the waves, and behind the waves she heard a ship that had lost its way. \
			She ran up to the lamp and turned it higher than it had ever burned before. \
			The ship saw the light, turned about, and came safely into the harbour. \
			In the morning the captain brought her a basket of oranges and a new blue scarf. \
			When she climbed the stairs that evening, there were ninety nine steps again. \
			But the cat had stayed, and it slept on the scarf beside the lamp. \
			And if the sea has not taken the lighthouse, the two of them are listening still.""";

	private Story() {
	}

	/**
	 * Return whether somebody wants to hear a story.
	 * @param text what the user says
	 * @return {@code true} if a story is asked for
	 */
	static boolean isWanted(String text) {
		return WISH.matcher(text).find();
	}

	/**
	 * Tell the story.
	 * @return a reply that takes its time
	 */
	static ModelReply tell() {
		return ModelReply.builder().text(TEXT).wordPause(WORD_PAUSE).build();
	}

}
