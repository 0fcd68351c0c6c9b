package io.realtime4j.simulator.ears;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.realtime4j.simulator.model.ModelTool;
import tools.jackson.databind.JsonNode;

/**
 * Writes the grammar of what one says to somebody who has certain tools.
 */
final class ToolGrammar {

	private static final String TIME = "<time>";

	private static final int MAX_TOOLS = 16;

	private static final int MAX_CHOICES = 50;

	private static final int MAX_WORDS = 5;

	private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

	private static final Pattern NO_WORD = Pattern.compile("[^a-z']+");

	private static final Pattern CLAUSE = Pattern.compile("[.,:;()!?]");

	private static final Pattern DETAIL = Pattern
		.compile("\\b(?:for|that|who|which|to|of|in|at|by|from|with|when|if|and|or|before|after|as)\\b.*");

	private static final Set<String> ARTICLES = Set.of("a", "an", "the", "my", "your", "his", "her", "this", "some");

	private static final Set<String> LOOKS = Set.of("get", "find", "list", "show", "check", "read", "fetch", "tell",
			"lookup", "look", "query", "search", "returns", "return", "up", "out");

	private static final Map<String, String> SYNONYMS = Map.of("book", "reserve", "reserve", "book");

	private static final Pattern PERSON = Pattern.compile("name|guest|customer|person|who|user");

	private static final Pattern PEOPLE = Pattern.compile("guest|people|person|party|seat|size");

	private static final Pattern PLACE = Pattern.compile("city|place|location|town|destination|where");

	private final Predicate<String> known;

	private final Set<String> choices = new LinkedHashSet<>();

	private final Set<String> actions = new LinkedHashSet<>();

	/**
	 * Create a new {@link ToolGrammar} instance.
	 * @param known tells which words can be understood
	 */
	ToolGrammar(Predicate<String> known) {
		this.known = known;
	}

	/**
	 * Write the rules of some tools.
	 * @param tools the tools
	 * @return rules in JSGF, among them {@code <request>} if anything can be asked for
	 */
	String write(List<ModelTool> tools) {
		this.choices.clear();
		this.actions.clear();
		StringBuilder rules = new StringBuilder();
		List<String> requests = new ArrayList<>();
		for (ModelTool tool : tools.subList(0, Math.min(MAX_TOOLS, tools.size()))) {
			String request = request(tool);
			if (!request.isEmpty()) {
				String name = "tool" + requests.size();
				rules.append('<').append(name).append("> = ").append(request).append(";\n");
				requests.add("<" + name + ">");
			}
		}
		String all = (requests.isEmpty()) ? "<talk>" : "<talk> | " + String.join(" | ", requests);
		if (!this.choices.isEmpty()) {
			rules.append("<choice> = ").append(String.join(" | ", this.choices)).append(";\n");
		}
		if (!this.actions.isEmpty()) {
			rules.append("<action> = ").append(String.join(" | ", this.actions)).append(";\n");
		}
		return rules.append("public <sentence> = ").append(all).append(";\n").toString();
	}

	private String request(ModelTool tool) {
		Set<String> ways = new LinkedHashSet<>();
		Set<String> things = new LinkedHashSet<>();
		addWays(words(HUMP.matcher(tool.name()).replaceAll(" ")), ways, things);
		for (String clause : CLAUSE.split(tool.description().toLowerCase(Locale.ROOT))) {
			List<String> words = words(DETAIL.matcher(clause).replaceAll(""));
			if (words.size() > 1 && words.size() <= MAX_WORDS) {
				addWays(words, ways, things);
			}
		}
		this.actions.addAll(ways);
		this.actions.addAll(things);
		List<String> beginnings = new ArrayList<>();
		if (!ways.isEmpty()) {
			beginnings.add("[ <lead> | <refuse> ] ( " + String.join(" | ", ways) + " )");
		}
		if (!things.isEmpty()) {
			String nouns = "( " + String.join(" | ", things) + " )";
			beginnings.add("( <have> | <ask> ) [ <article> ] " + nouns);
			beginnings.add("( a | another ) " + nouns);
		}
		return (beginnings.isEmpty()) ? "" : "[ <hello> ] ( " + String.join(" | ", beginnings) + " )"
				+ values(tool.parameters()) + " [ <polite> ]";
	}

	private void addWays(List<String> words, Set<String> ways, Set<String> things) {
		List<String> plain = words.stream().filter((word) -> !ARTICLES.contains(word)).toList();
		if (plain.isEmpty() || !plain.stream().allMatch(this.known)) {
			return;
		}
		if (LOOKS.contains(plain.get(0))) {
			List<String> found = plain.stream().dropWhile(LOOKS::contains).toList();
			if (!found.isEmpty()) {
				things.add(spoken(found));
			}
			return;
		}
		things.add(spoken(plain.subList(plain.size() - 1, plain.size())));
		if (plain.size() > 1) {
			String verb = plain.get(0);
			String rest = " [ <article> ] " + spoken(plain.subList(1, plain.size()));
			ways.add(spoken(List.of(verb)) + rest);
			if (SYNONYMS.containsKey(verb)) {
				ways.add(spoken(List.of(SYNONYMS.get(verb))) + rest);
			}
		}
	}

	private String values(JsonNode schema) {
		Set<String> values = new LinkedHashSet<>();
		schema.path("properties").forEachEntry((name, property) -> {
			String value = value(name.toLowerCase(Locale.ROOT), property);
			if (!value.isEmpty()) {
				values.add(value);
			}
		});
		boolean time = values.remove(TIME);
		String others = (values.isEmpty()) ? "" : " ( " + String.join(" | ", values) + " )*";
		// Two times are one time that was misheard
		return (time) ? others + " [ " + TIME + others + " ]" : others;
	}

	private String value(String name, JsonNode schema) {
		if (schema.path("enum").isArray()) {
			return choice(schema.path("enum"));
		}
		String type = schema.path("type").asString("string");
		if (type.equals("integer") || type.equals("number")) {
			return (PEOPLE.matcher(name).find()) ? "<people>" : "[ to | for | of | at ] <number>";
		}
		if (!type.equals("string")) {
			return "";
		}
		if (name.contains("time") || name.contains("hour")) {
			return TIME;
		}
		if (name.contains("date") || name.endsWith("day")) {
			return "<date>";
		}
		if (PERSON.matcher(name).find()) {
			return "<who>";
		}
		return (PLACE.matcher(name).find()) ? "<where>" : choice(schema.path("examples"));
	}

	private String choice(JsonNode values) {
		List<String> spoken = new ArrayList<>();
		for (JsonNode value : values) {
			List<String> words = words(value.asString(""));
			if (!words.isEmpty() && words.stream().allMatch(this.known) && spoken.size() < MAX_CHOICES) {
				spoken.add(spoken(words));
			}
		}
		this.choices.addAll(spoken);
		return (spoken.isEmpty()) ? "" : "[ in | on | with | at | by ] [ <article> ] ( "
				+ spoken.stream().collect(Collectors.joining(" | ")) + " )";
	}

	// Words such as "import" mean something else to JSGF without quotes
	private static String spoken(List<String> words) {
		return words.stream().map((word) -> '"' + word + '"').collect(Collectors.joining(" "));
	}

	private static List<String> words(String text) {
		return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter((word) -> !word.isEmpty()).toList();
	}

}
