package io.realtime4j.tool;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mends arguments that have another type than the schema says, where there is only one
 * thing that they can mean: {@code "6"} for an integer, {@code 6.0} for an integer,
 * {@code 6} for a string, {@code "true"} for a boolean, another case of an enumerated
 * text, and objects and arrays that are written as JSON within a string. All else stays
 * as it is.
 */
final class ArgumentCoercion {

	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");

	private static final int MAX_REFERENCES = 16;

	private final JsonNode root;

	ArgumentCoercion(JsonNode root) {
		this.root = root;
	}

	JsonNode apply(JsonNode value) {
		return apply(value, this.root);
	}

	private JsonNode apply(JsonNode value, JsonNode reference) {
		JsonNode schema = resolve(reference);
		JsonNode typed = toType(value, schema.path("type"));
		if (typed instanceof ObjectNode object) {
			return members(object, schema);
		}
		if (typed instanceof ArrayNode array && schema.path("items").isObject()) {
			return elements(array, schema.path("items"));
		}
		return toEnumerated(typed, schema.path("enum"));
	}

	// References within the schema, as they are made of types that hold themselves
	private JsonNode resolve(JsonNode schema) {
		JsonNode resolved = schema;
		for (int i = 0; i < MAX_REFERENCES && resolved.path("$ref").asString("").startsWith("#/"); i++) {
			resolved = this.root.at(resolved.path("$ref").asString().substring(1));
		}
		return resolved;
	}

	private ObjectNode members(ObjectNode object, JsonNode schema) {
		ObjectNode result = object.objectNode();
		for (Map.Entry<String, JsonNode> member : object.properties()) {
			JsonNode known = schema.path("properties").path(member.getKey());
			JsonNode other = schema.path("additionalProperties");
			JsonNode memberSchema = known.isMissingNode() ? other : known;
			result.set(member.getKey(),
					memberSchema.isObject() ? apply(member.getValue(), memberSchema) : member.getValue());
		}
		return result;
	}

	private ArrayNode elements(ArrayNode array, JsonNode items) {
		ArrayNode result = array.arrayNode(array.size());
		array.forEach((element) -> result.add(apply(element, items)));
		return result;
	}

	private static JsonNode toType(JsonNode value, JsonNode type) {
		List<String> types = type.isArray() ? type.valueStream().map((one) -> one.asString("")).toList()
				: List.of(type.asString(""));
		List<String> wanted = types.stream().filter((one) -> !one.equals("null")).toList();
		// Of several types none is sure to be meant
		return (wanted.size() == 1) ? toType(value, wanted.get(0)) : value;
	}

	private static JsonNode toType(JsonNode value, String type) {
		return switch (type) {
			case "integer" -> toInteger(value);
			case "number" -> value.isString() ? parse(value) : value;
			case "boolean" -> toBoolean(value);
			case "string" -> value.isIntegralNumber() ? JsonMapper.shared().valueToTree(value.asString()) : value;
			case "object" -> toStructure(value, "{");
			case "array" -> toStructure(value, "[");
			default -> value;
		};
	}

	private static JsonNode toInteger(JsonNode value) {
		JsonNode number = value.isString() ? parse(value) : value;
		if (!number.isNumber() || number.isIntegralNumber() || !number.canConvertToExactIntegral()
				|| !number.canConvertToLong()) {
			return number.isIntegralNumber() ? number : value;
		}
		return JsonMapper.shared().valueToTree(number.longValue());
	}

	private static JsonNode toBoolean(JsonNode value) {
		String text = value.isString() ? value.asString().strip() : "";
		if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
			return JsonMapper.shared().valueToTree(Boolean.valueOf(text));
		}
		return value;
	}

	private static JsonNode parse(JsonNode value) {
		String text = value.asString().strip();
		if (!NUMBER.matcher(text).matches()) {
			return value;
		}
		BigDecimal number = new BigDecimal(text);
		return (number.scale() == 0) ? JsonMapper.shared().valueToTree(number.longValueExact())
				: JsonMapper.shared().valueToTree(number);
	}

	private static JsonNode toStructure(JsonNode value, String begin) {
		if (value.isString() && value.asString().strip().startsWith(begin)) {
			try {
				return JsonMapper.shared().readTree(value.asString());
			}
			catch (JacksonException ex) {
				// It is told that this is a string
				return value;
			}
		}
		return value;
	}

	private static JsonNode toEnumerated(JsonNode value, JsonNode values) {
		if (!value.isString() || !values.isArray() || values.valueStream().anyMatch(value::equals)) {
			return value;
		}
		String text = value.asString().strip();
		List<JsonNode> alike = values.valueStream()
			.filter((one) -> one.isString() && one.asString().equalsIgnoreCase(text))
			.toList();
		return (alike.size() == 1) ? alike.get(0) : value;
	}

}
