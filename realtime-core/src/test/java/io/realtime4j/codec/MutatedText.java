package io.realtime4j.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import tools.jackson.databind.JsonNode;

/**
 * Makes text that is nearly an event. Most of it is small, so that much of it can be
 * tried.
 */
final class MutatedText {

	private static final List<String> VALUES = List.of("null", "true", "0", "-1", "1.5", "\"\"", "\"text\"", "[]", "{}",
			"[null]", "[[]]", "{\"type\":\"message\"}", "{\"type\":7,\"role\":[]}", "[{\"type\":\"audio\"}]",
			"9223372036854775808", "1e400", "-1e-999999999", "1e999999999", "1e99999999999", "NaN", "-Infinity", "01",
			"\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\uD800\"", "\"\u0000\"", "\"\\u12\"", "\"\\x\"", "'x'", "\"inf\"",
			"\"NaN\"", "\"Infinity\"", "\"1e999999999\"", "\"realtime\"", "\"transcription\"", "");

	private static final List<String> HUGE = List.of("[".repeat(250) + "]".repeat(250),
			"{\"a\":".repeat(250) + "1" + "}".repeat(250), "9".repeat(1500), "[[" + "{},".repeat(5000) + "1]]",
			"\"" + "\uD83D\uDE00x".repeat(20_000) + "\"");

	private static final int ONE_IN_HUGE = 5000;

	private static final String CHARACTERS = "{}[]\":,\\/'0123456789eE+-.tfnu \t\n\r\u0000\u001f\u007f\u00e9\u2028\uD83D\uDE00\uFEFF\uFFFF";

	private final Random random;

	private final Map<JsonNode, String> texts = new HashMap<>();

	private final Map<String, List<JsonNode>> valuesByName = new LinkedHashMap<>();

	private final List<String> names;

	/**
	 * Mutations of events.
	 * @param events whose values may get into others
	 * @param seed what makes the mutations the same again
	 */
	MutatedText(List<JsonNode> events, long seed) {
		this.random = new Random(seed);
		events.forEach(this::collect);
		this.names = List.copyOf(this.valuesByName.keySet());
	}

	String of(JsonNode event) {
		StringBuilder text = new StringBuilder();
		if (this.random.nextInt(3) > 0) {
			write(event, text, 2 + this.random.nextInt(30));
		}
		else {
			text.append(text(event));
		}
		for (int i = Math.max(0, this.random.nextInt(6) - 3); i > 0; i--) {
			damage(text);
		}
		return text.toString();
	}

	private void collect(JsonNode node) {
		node.propertyStream()
			.forEach((member) -> this.valuesByName.computeIfAbsent(member.getKey(), (name) -> new ArrayList<>())
				.add(member.getValue()));
		node.forEach(this::collect);
	}

	private void damage(StringBuilder text) {
		if (text.isEmpty()) {
			return;
		}
		int at = this.random.nextInt(text.length());
		switch (this.random.nextInt(6)) {
			case 0 -> text.setLength(at);
			case 1 -> text.setCharAt(at, (char) (text.charAt(at) ^ (1 << this.random.nextInt(16))));
			case 2 -> text.setCharAt(at, CHARACTERS.charAt(this.random.nextInt(CHARACTERS.length())));
			case 3 -> text.insert(at, CHARACTERS.charAt(this.random.nextInt(CHARACTERS.length())));
			case 4 -> text.delete(at, Math.min(text.length(), at + 1 + this.random.nextInt(20)));
			default -> text.insert(at, text.substring(at, Math.min(text.length(), at + this.random.nextInt(50))));
		}
	}

	private void write(JsonNode node, StringBuilder text, int calm) {
		if (this.random.nextInt(calm * 2) == 0) {
			text.append(pick((this.random.nextInt(ONE_IN_HUGE) == 0) ? HUGE : VALUES));
		}
		else if (node.isObject()) {
			writeObject(node, text, calm);
		}
		else if (node.isArray()) {
			text.append('[');
			for (int i = 0; i < node.size(); i++) {
				text.append((i > 0) ? "," : "");
				write(node.get(i), text, calm);
			}
			text.append(']');
		}
		else {
			text.append(text(node));
		}
	}

	private void writeObject(JsonNode object, StringBuilder text, int calm) {
		text.append('{');
		for (Map.Entry<String, JsonNode> member : object.properties()) {
			switch (this.random.nextInt(calm * 4)) {
				case 0 -> {
				}
				case 1 -> {
					writeMember(member.getKey(), member.getValue(), text, calm);
					writeMember(member.getKey(), member.getValue(), text, calm);
				}
				case 2 -> writeMember(pick(this.names), member.getValue(), text, calm);
				case 3 -> writeMember(member.getKey(), pick(this.valuesByName.get(pick(this.names))), text, calm);
				case 4 -> {
					String name = pick(this.names);
					writeMember(name, pick(this.valuesByName.get(name)), text, calm);
				}
				default -> writeMember(member.getKey(), member.getValue(), text, calm);
			}
		}
		text.append('}');
	}

	private void writeMember(String name, JsonNode value, StringBuilder text, int calm) {
		text.append((text.charAt(text.length() - 1) == '{') ? "\"" : ",\"").append(name).append("\":");
		write(value, text, calm);
	}

	private String text(JsonNode node) {
		return node.isContainer() ? this.texts.computeIfAbsent(node, JsonNode::toString) : node.toString();
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
