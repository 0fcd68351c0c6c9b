package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;

/**
 * JSON that can be written in ways in which no mapper writes it: with members that come
 * twice, in any order, with escapes and blanks.
 */
final class JsonDraft {

	private static final int ONE_IN = 8;

	private final Thing root;

	JsonDraft(JsonNode json) {
		this.root = (Thing) draft(json);
	}

	/**
	 * Return all objects, at any depth.
	 * @return the objects, that of the whole text first
	 */
	List<Thing> objects() {
		List<Thing> all = new ArrayList<>();
		collect(this.root, all);
		return all;
	}

	/**
	 * Write the text.
	 * @param random decides about blanks and escapes
	 * @return the text
	 */
	String write(Random random) {
		StringBuilder text = new StringBuilder();
		write(this.root, text, random);
		return text.toString();
	}

	private static Object draft(JsonNode json) {
		if (json.isObject()) {
			List<Member> members = new ArrayList<>();
			json.properties().forEach((entry) -> members.add(new Member(entry.getKey(), draft(entry.getValue()))));
			return new Thing(members);
		}
		return json.isArray() ? json.valueStream().map(JsonDraft::draft).toList() : json.toString();
	}

	private static void collect(Object value, List<Thing> all) {
		if (value instanceof Thing thing) {
			all.add(thing);
			thing.members().forEach((member) -> collect(member.value(), all));
		}
		if (value instanceof List<?> list) {
			list.forEach((element) -> collect(element, all));
		}
	}

	private static void write(Object value, StringBuilder text, Random random) {
		if (value instanceof Thing thing) {
			text.append('{');
			for (int i = 0; i < thing.members().size(); i++) {
				text.append((i > 0) ? "," : "").append(blank(random));
				text.append(escaped('"' + thing.members().get(i).name() + '"', random)).append(blank(random));
				text.append(':').append(blank(random));
				write(thing.members().get(i).value(), text, random);
			}
			text.append(blank(random)).append('}');
		}
		else if (value instanceof List<?> list) {
			text.append('[');
			for (int i = 0; i < list.size(); i++) {
				text.append((i > 0) ? "," : "").append(blank(random));
				write(list.get(i), text, random);
			}
			text.append(']');
		}
		else {
			text.append(escaped(value.toString(), random));
		}
	}

	private static String blank(Random random) {
		return (random.nextInt(ONE_IN) == 0) ? "\n \t" : "";
	}

	private static String escaped(String scalar, Random random) {
		if (!scalar.startsWith("\"") || scalar.indexOf('\\') >= 0 || random.nextInt(ONE_IN) > 0) {
			return scalar;
		}
		StringBuilder text = new StringBuilder("\"");
		scalar.substring(1, scalar.length() - 1)
			.chars()
			.forEach((character) -> text
				.append(random.nextBoolean() ? String.format("\\u%04x", character) : String.valueOf((char) character)));
		return text.append('"').toString();
	}

	/**
	 * A member of an object.
	 *
	 * @param name its name
	 * @param value an object, a list, or the text of another value
	 */
	record Member(String name, Object value) {

	}

	/**
	 * An object.
	 *
	 * @param members its members, which can be changed
	 */
	record Thing(List<Member> members) {

		void shuffle(Random random) {
			Collections.shuffle(this.members, random);
		}

	}

}
