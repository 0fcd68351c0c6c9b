package io.realtime4j.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Holds arguments against a JSON schema as far as models get it wrong: types,
 * enumerations and required members. It is no validator: what a schema says besides is
 * not looked at, and a reference is taken to fit.
 */
final class SchemaCheck {

	private static final int MAX_PROBLEMS = 5;

	private final List<String> problems = new ArrayList<>();

	private SchemaCheck() {
	}

	static List<String> problems(JsonNode value, JsonNode schema) {
		SchemaCheck check = new SchemaCheck();
		check.check("the arguments", "", value, schema);
		return check.problems.subList(0, Math.min(MAX_PROBLEMS, check.problems.size()));
	}

	private void check(String subject, String path, JsonNode value, JsonNode schema) {
		if (!fitsType(value, schema.path("type"))) {
			this.problems.add(subject + " must be " + kinds(schema.path("type")) + " but is " + kindOf(value));
		}
		else if (schema.path("enum").isArray() && !contains(schema.path("enum"), value)) {
			this.problems.add(subject + " must be one of " + schema.path("enum"));
		}
		else if (value.isObject()) {
			checkMembers(path, value, schema);
		}
		else if (value.isArray() && schema.path("items").isObject()) {
			for (int i = 0; i < value.size() && this.problems.size() < MAX_PROBLEMS; i++) {
				String element = path + "[" + i + "]";
				check(element, element, value.get(i), schema.path("items"));
			}
		}
	}

	private void checkMembers(String path, JsonNode value, JsonNode schema) {
		String prefix = path.isEmpty() ? "" : path + ".";
		for (JsonNode name : schema.path("required")) {
			if (name.isString() && !value.has(name.asString())) {
				this.problems.add(prefix + name.asString() + " is missing");
			}
		}
		for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
			JsonNode member = value.get(property.getKey());
			String memberPath = prefix + property.getKey();
			if (member != null && !isAbsence(member, property.getKey(), schema)) {
				check(memberPath, memberPath, member, property.getValue());
			}
		}
	}

	// Models write null for what they leave out
	private static boolean isAbsence(JsonNode member, String name, JsonNode schema) {
		return member.isNull() && schema.path("required").valueStream().noneMatch((it) -> name.equals(it.asString()));
	}

	private static boolean fitsType(JsonNode value, JsonNode type) {
		if (type.isArray()) {
			return type.isEmpty() || type.valueStream().anyMatch((alternative) -> fitsType(value, alternative));
		}
		return switch (type.isString() ? type.asString() : "") {
			case "object" -> value.isObject();
			case "array" -> value.isArray();
			case "string" -> value.isString();
			case "boolean" -> value.isBoolean();
			case "null" -> value.isNull();
			case "number" -> value.isNumber();
			case "integer" -> value.isIntegralNumber() || (value.isNumber() && value.canConvertToExactIntegral());
			default -> true;
		};
	}

	private static boolean contains(JsonNode values, JsonNode value) {
		return values.valueStream().anyMatch(value::equals);
	}

	private static String kinds(JsonNode type) {
		return type.isArray() ? type.valueStream()
			.map((alternative) -> withArticle(alternative.asString()))
			.collect(Collectors.joining(" or ")) : withArticle(type.asString());
	}

	static String kindOf(JsonNode value) {
		if (value.isNull()) {
			return "null";
		}
		if (value.isNumber()) {
			return "a number";
		}
		return withArticle(value.getNodeType().name().toLowerCase(Locale.ROOT));
	}

	private static String withArticle(String kind) {
		return switch (kind) {
			case "null" -> kind;
			case "object", "array", "integer" -> "an " + kind;
			default -> "a " + kind;
		};
	}

}
