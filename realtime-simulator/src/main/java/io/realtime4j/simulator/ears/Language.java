package io.realtime4j.simulator.ears;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.realtime4j.simulator.model.ModelTool;

/**
 * Language of those who speak to somebody with certain tools.
 */
final class Language {

	private static final List<String> VALUE_RULES = List.of("hour", "few", "tens", "digit", "teen", "half", "piece",
			"minutes", "daypart", "weekday", "month", "nth", "day", "night", "given", "place", "choice");

	private static final List<String> NAME_RULES = List.of("weekday", "month", "given", "place");

	private static final Set<String> CONSENT = Set.of("yes", "no", "right", "correct", "exactly");

	private static final Map<String, String> SPELLINGS = Map.of("a.m.", "am", "p.m.", "pm", "i", "I", "i'd", "I'd");

	private final WordSearch search;

	private final Set<String> values = new HashSet<>();

	private final Set<String> names = new HashSet<>();

	private final Set<String> people;

	private final Set<String> actions = new HashSet<>(CONSENT);

	/**
	 * Create a new {@link Language} instance.
	 * @param english sounds and words
	 * @param tools the tools
	 */
	Language(SpokenEnglish english, List<ModelTool> tools) {
		WordGraph graph = new WordGraph(smallTalk() + new ToolGrammar(english::knows).write(tools), english.words());
		VALUE_RULES.forEach((rule) -> this.values.addAll(graph.words(rule)));
		NAME_RULES.forEach((rule) -> this.names.addAll(graph.words(rule)));
		this.people = graph.words("given");
		this.actions.addAll(graph.words("action"));
		this.actions.removeAll(graph.words("article"));
		this.search = WordSearch.of(english, graph);
	}

	WordSearch search() {
		return this.search;
	}

	/**
	 * Return the words that matter: with another one, something else would be done.
	 * @return the words in lower case
	 */
	Set<String> values() {
		return this.values;
	}

	/**
	 * Return whether something may be done because of a sentence.
	 * @param words the words in lower case
	 * @return {@code false} if it does no harm to mishear it
	 */
	boolean isAction(List<String> words) {
		return words.stream().anyMatch(this.actions::contains);
	}

	/**
	 * Return whether a person is named. There are many more names than the grammar has,
	 * and of one that it does not have the nearest is heard.
	 * @param words the words in lower case
	 * @return {@code true} if there is a name
	 */
	boolean namesPerson(List<String> words) {
		return words.stream().anyMatch(this.people::contains);
	}

	/**
	 * Write what was heard.
	 * @param words the words in lower case
	 * @return a text with capitals
	 */
	String write(List<String> words) {
		StringBuilder text = new StringBuilder();
		for (String word : words) {
			boolean capital = text.isEmpty() || this.names.contains(word);
			String spelling = SPELLINGS.getOrDefault(word, word);
			text.append((text.isEmpty()) ? "" : " ")
				.append((capital) ? spelling.substring(0, 1).toUpperCase(Locale.ROOT) + spelling.substring(1)
						: spelling);
		}
		return text.toString();
	}

	private static String smallTalk() {
		try (InputStream stream = Language.class.getResourceAsStream("small-talk.jsgf")) {
			if (stream == null) {
				throw new IOException("There is no small-talk.jsgf beside " + Language.class.getName());
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
