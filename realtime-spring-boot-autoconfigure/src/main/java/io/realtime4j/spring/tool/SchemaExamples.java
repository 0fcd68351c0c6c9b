package io.realtime4j.spring.tool;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes values that fit a JSON schema, of those that {@link ToolSchemas} makes.
 */
final class SchemaExamples {

	/**
	 * How deep types that hold themselves are followed.
	 */
	private static final int MAX_DEPTH = 8;

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final JsonNode definitions;

	private final boolean complete;

	private SchemaExamples(JsonNode definitions, boolean complete) {
		this.definitions = definitions;
		this.complete = complete;
	}

	static JsonNode one(JsonNode schema) {
		return new SchemaExamples(schema, true).values(schema, 0).get(0);
	}

	/**
	 * Return values that fit a schema: one for each alternative, with all members and
	 * with the required ones alone.
	 * @param schema the schema
	 * @param root what the references of the schema refer to
	 * @return the values
	 */
	static List<JsonNode> of(JsonNode schema, JsonNode root) {
		List<JsonNode> values = new ArrayList<>(new SchemaExamples(root, true).values(schema, 0));
		new SchemaExamples(root, false).values(schema, 0)
			.stream()
			.filter((value) -> !values.contains(value))
			.forEach(values::add);
		return values;
	}

	static String typeOf(JsonNode value) {
		if (value.isNumber()) {
			return value.isIntegralNumber() ? "integer" : "number";
		}
		if (value.isBoolean()) {
			return "boolean";
		}
		return value.isObject() ? "object" : (value.isArray() ? "array" : "string");
	}

	static JsonNode parse(String text, JsonMapper json) {
		try {
			return json.readTree(text);
		}
		catch (JacksonException ex) {
			return json.valueToTree(text);
		}
	}

	private List<JsonNode> values(JsonNode schema, int depth) {
		if (schema.has("$ref")) {
			return values(this.definitions.at(schema.path("$ref").asString().substring(1)), depth);
		}
		for (String keyword : List.of("examples", "enum")) {
			if (!schema.path(keyword).isEmpty()) {
				return keyword.equals("enum") ? schema.path(keyword).valueStream().toList()
						: List.of(schema.path(keyword).get(0));
			}
		}
		if (schema.has("const")) {
			return List.of(schema.path("const"));
		}
		if (schema.has("anyOf")) {
			return schema.path("anyOf").valueStream().flatMap((one) -> values(one, depth + 1).stream()).toList();
		}
		return switch (schema.path("type").asString("string")) {
			case "integer" -> List.of(NODES.numberNode(1));
			case "number" -> List.of(NODES.numberNode(1.5));
			case "boolean" -> List.of(NODES.booleanNode(true));
			case "array" -> List.of(array(schema, depth + 1));
			case "object" -> objects(schema, depth + 1);
			default -> List.of(NODES.stringNode(text(schema)));
		};
	}

	private static String text(JsonNode schema) {
		String text = switch (schema.path("format").asString("")) {
			case "uuid" -> "9f5b2a1e-4c3d-4e8f-a1b2-c3d4e5f60718";
			case "email" -> "ada@example.org";
			default -> "text";
		};
		return text.substring(0, Math.min(text.length(), schema.path("maxLength").asInt(text.length())));
	}

	private ArrayNode array(JsonNode schema, int depth) {
		ArrayNode array = NODES.arrayNode();
		if (this.complete && depth < MAX_DEPTH && schema.has("items")) {
			values(schema.path("items"), depth).forEach(array::add);
		}
		return array;
	}

	// A member with alternatives makes alternatives of its owner
	private List<JsonNode> objects(JsonNode schema, int depth) {
		List<ObjectNode> objects = new ArrayList<>(List.of(NODES.objectNode()));
		schema.path("properties").properties().forEach((member) -> {
			boolean required = schema.path("required")
				.valueStream()
				.anyMatch((name) -> name.asString().equals(member.getKey()));
			if ((required && depth < 4 * MAX_DEPTH) || (this.complete && depth < MAX_DEPTH)) {
				add(objects, member.getKey(), values(member.getValue(), depth));
			}
		});
		JsonNode others = schema.path("additionalProperties");
		if (this.complete && others.isObject() && depth < MAX_DEPTH) {
			JsonNode name = schema.has("propertyNames") ? values(schema.path("propertyNames"), depth).get(0)
					: NODES.stringNode("key");
			add(objects, name.asString(), values(others, depth));
		}
		return List.copyOf(objects);
	}

	private static void add(List<ObjectNode> objects, String name, List<JsonNode> values) {
		if (values.isEmpty()) {
			return;
		}
		ObjectNode last = objects.get(objects.size() - 1);
		for (int i = objects.size(); i < values.size(); i++) {
			objects.add(last.deepCopy());
		}
		for (int i = 0; i < objects.size(); i++) {
			objects.get(i).set(name, values.get(i % values.size()));
		}
	}

}
