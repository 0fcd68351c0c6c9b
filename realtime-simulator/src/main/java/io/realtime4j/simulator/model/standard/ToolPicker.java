package io.realtime4j.simulator.model.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.realtime4j.simulator.model.ModelTool;

/**
 * Picks the tools that a user asks for.
 */
final class ToolPicker {

	private static final Pattern BOTH = Pattern.compile("\\bboth (?:of the |the )?(?:tools|functions)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ALL = Pattern
		.compile("\\b(?:all|every|each) (?:of the |the )?(?:tools?|functions?)\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern DECLINED = Pattern.compile(
			"^\\W*(?:(?:no|please|well|but)\\W+)*(?:(?:i|we) (?:really )?(?:do not|don['’]t) (?:really )?(?:want|need|wish)"
					+ "|(?:do not|don['’]t|never) (?!forget|hesitate|worry|mind|you\\b|i\\b|we\\b))",
			Pattern.CASE_INSENSITIVE);

	private ToolPicker() {
	}

	/**
	 * Return whether the user wants something not to be done.
	 * @param text what the user says
	 * @return {@code true} for texts such as "Do not cancel it"
	 */
	static boolean isDeclined(String text) {
		return DECLINED.matcher(text).find();
	}

	/**
	 * Pick tools.
	 * @param tools the tools that may be called
	 * @param text what the user says
	 * @return the tools to call, none if no word of the user names one
	 */
	static List<ModelTool> pick(List<ModelTool> tools, String text) {
		if (isDeclined(text)) {
			return List.of();
		}
		if (ALL.matcher(text).find()) {
			return tools;
		}
		if (BOTH.matcher(text).find()) {
			return tools.subList(0, Math.min(2, tools.size()));
		}
		List<String> words = Words.significant(text);
		List<ModelTool> named = named(tools, words, text);
		return (named.isEmpty()) ? described(tools, words) : named;
	}

	private static List<ModelTool> named(List<ModelTool> tools, List<String> words, String text) {
		List<ModelTool> ranked = new ArrayList<>(tools);
		ranked.sort(Comparator.comparingInt((ModelTool tool) -> -matches(tool, words, text).size()));
		Set<String> explained = new HashSet<>();
		Set<ModelTool> picked = new HashSet<>();
		for (ModelTool tool : ranked) {
			if (explained.addAll(matches(tool, words, text))) {
				picked.add(tool);
			}
		}
		return tools.stream().filter(picked::contains).toList();
	}

	private static Set<String> matches(ModelTool tool, List<String> words, String text) {
		Set<String> matches = new HashSet<>();
		if (Words.lower(text).contains(Words.lower(tool.name()))) {
			matches.add(tool.name());
		}
		for (String word : Words.ofIdentifier(tool.name())) {
			words.stream().filter((other) -> Words.alike(word, other)).forEach(matches::add);
		}
		return matches;
	}

	private static List<ModelTool> described(List<ModelTool> tools, List<String> words) {
		ModelTool best = null;
		long bestScore = 0;
		for (ModelTool tool : tools) {
			List<String> description = Words.significant(tool.description());
			long score = words.stream().filter((word) -> Words.contains(description, word)).count();
			if (score > bestScore) {
				best = tool;
				bestScore = score;
			}
		}
		return (best != null) ? List.of(best) : List.of();
	}

}
