package io.realtime4j.simulator.model.standard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.realtime4j.simulator.model.ModelTool;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills the arguments of a tool from the words of the user, by the JSON schema of the
 * tool. What is required is always filled.
 */
final class ArgumentFiller {

	private static final int MAX_DEPTH = 6;

	private final JsonNode root;

	private final StringFiller strings;

	private final Evidence evidence;

	private ArgumentFiller(ModelTool tool, String text) {
		this.root = tool.parameters();
		Set<String> toolWords = new HashSet<>(Words.ofIdentifier(tool.name()));
		toolWords.addAll(Words.significant(tool.description()));
		this.evidence = new Evidence(text, toolWords, StringFiller.wantsTime(tool.parameters()));
		this.strings = new StringFiller(this.evidence);
	}

	/**
	 * Fill the arguments of a tool.
	 * @param tool the tool
	 * @param text what the user says
	 * @return a JSON object
	 */
	static String fill(ModelTool tool, String text) {
		ArgumentFiller filler = new ArgumentFiller(tool, text);
		return Json.write(filler.object(tool.parameters(), 0));
	}

	private ObjectNode object(JsonNode schema, int depth) {
		ObjectNode object = Json.object();
		Set<String> required = new HashSet<>();
		schema.path("required").forEach((name) -> required.add(name.asString("")));
		schema.path("properties").forEachEntry((name, property) -> {
			JsonNode resolved = resolve(property, depth);
			if (required.isEmpty() || required.contains(name) || isMentioned(resolved)) {
				object.set(name, value(name, resolved, depth + 1));
			}
		});
		return object;
	}

	private boolean isMentioned(JsonNode schema) {
		for (JsonNode value : schema.path("enum")) {
			if (this.evidence.mentions(value.asString(""))) {
				return true;
			}
		}
		return false;
	}

	private JsonNode value(String name, JsonNode schema, int depth) {
		if (schema.has("const")) {
			return schema.path("const");
		}
		if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
			return choice(schema);
		}
		ObjectNode holder = Json.object();
		switch (type(schema)) {
			case "object" -> holder.set("value", (depth < MAX_DEPTH) ? object(schema, depth) : Json.object());
			case "array" -> holder.set("value", array(name, schema, depth));
			case "boolean" -> holder.put("value", !this.evidence.isNegative());
			case "integer" -> holder.put("value", Math.round(number(schema)));
			case "number" -> holder.put("value", number(schema));
			case "null" -> holder.putNull("value");
			default -> holder.put("value", this.strings.fill(name, schema));
		}
		return holder.path("value");
	}

	private JsonNode choice(JsonNode schema) {
		for (JsonNode value : schema.path("enum")) {
			if (this.evidence.mentions(value.asString(""))) {
				return value;
			}
		}
		return (schema.has("default")) ? schema.path("default") : schema.path("enum").path(0);
	}

	private double number(JsonNode schema) {
		Double found = this.evidence.takeNumber();
		double value = (found != null) ? found : schema.path("default").asDouble(Double.NaN);
		if (Double.isNaN(value)) {
			value = schema.path("minimum").asDouble(1);
		}
		double atLeast = Math.max(value, schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY));
		return Math.min(atLeast, schema.path("maximum").asDouble(Double.POSITIVE_INFINITY));
	}

	private ArrayNode array(String name, JsonNode schema, int depth) {
		ArrayNode array = Json.object().putArray("value");
		JsonNode items = resolve(schema.path("items"), depth);
		if ("string".equals(type(items)) && !items.has("enum")) {
			List<String> names = this.evidence.takeNames();
			names.forEach(array::add);
		}
		long wanted = Math.max(1, schema.path("minItems").asLong(1));
		while (array.size() < wanted && depth < MAX_DEPTH) {
			array.add(value(name, items, depth + 1));
		}
		return array;
	}

	private JsonNode resolve(JsonNode schema, int depth) {
		String reference = Json.text(schema, "$ref");
		if (reference != null && reference.startsWith("#") && depth < MAX_DEPTH) {
			return resolve(this.root.at(reference.substring(1)), depth + 1);
		}
		for (String union : new String[] { "anyOf", "oneOf", "allOf" }) {
			for (JsonNode variant : schema.path(union)) {
				if (!"null".equals(Json.text(variant, "type")) && depth < MAX_DEPTH) {
					return resolve(variant, depth + 1);
				}
			}
		}
		return schema;
	}

	private static String type(JsonNode schema) {
		JsonNode type = schema.path("type");
		for (JsonNode variant : type) {
			if (!"null".equals(variant.asString(""))) {
				return variant.asString("string");
			}
		}
		return (type.isString()) ? type.stringValue() : (schema.has("properties")) ? "object" : "string";
	}

}
