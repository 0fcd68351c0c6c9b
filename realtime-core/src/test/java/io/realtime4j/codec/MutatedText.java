package io.realtime4j.codec;

import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;

/**
 * Makes text that is nearly an event.
 */
final class MutatedText {

	private static final List<String> VALUES = List.of("null", "true", "0", "-1", "1.5", "\"\"", "\"text\"", "[]", "{}",
			"[null]", "[[]]", "{\"type\":\"message\"}", "{\"type\":7,\"role\":[]}", "[{\"type\":\"audio\"}]",
			"9223372036854775808", "1e400", "-1e-999999999", "1e999999999", "NaN", "-Infinity", "01", "\"\\ud800\"",
			"\"\\udc00\\ud800\"", "\"\uD800\"", "\"\u0000\"", "\"\\u12\"", "\"\\x\"", "'x'", "\"inf\"", "\"NaN\"",
			"\"Infinity\"", "\"1e999999999\"", "[".repeat(250) + "]".repeat(250),
			"{\"a\":".repeat(250) + "1" + "}".repeat(250), "9".repeat(1500), "");

	private static final String CHARACTERS = "{}[]\":,\\/'0123456789eE+-.tfnu \t\n\r\u0000\u001f\u007f\u00e9\u2028\uD83D\uDE00\uFEFF\uFFFF";

	private final Random random;

	MutatedText(long seed) {
		this.random = new Random(seed);
	}

	String of(JsonNode event) {
		StringBuilder text = new StringBuilder();
		if (this.random.nextInt(3) > 0) {
			write(event, text, 2 + this.random.nextInt(30));
		}
		else {
			text.append(event);
		}
		for (int i = this.random.nextInt(3); i > 0; i--) {
			damage(text);
		}
		return text.toString();
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
			text.append(VALUES.get(this.random.nextInt(VALUES.size())));
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
			text.append(node);
		}
	}

	private void writeObject(JsonNode object, StringBuilder text, int calm) {
		List<String> names = List.copyOf(object.propertyNames());
		text.append('{');
		for (String name : names) {
			int choice = this.random.nextInt(calm * 4);
			if (choice == 0) {
				continue;
			}
			// A member twice, or by the name of another
			for (int i = (choice == 1) ? 2 : 1; i > 0; i--) {
				String written = (choice == 2) ? names.get(this.random.nextInt(names.size())) : name;
				text.append((text.charAt(text.length() - 1) == '{') ? "" : ",").append(Json.value(written)).append(':');
				write(object.get(name), text, calm);
			}
		}
		text.append('}');
	}

}
