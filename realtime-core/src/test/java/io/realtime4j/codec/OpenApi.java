package io.realtime4j.codec;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.ProtocolFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the specification that the service publishes, an OpenAPI document, into the form
 * of {@link Specification}.
 */
final class OpenApi {

	private static final Pattern EVENT = Pattern.compile("Realtime(Beta|Translation|)(Client|Server)Event\\w+");

	private static final Map<String, String> FAMILIES = Map.of("", "realtime", "Beta", "realtime_beta", "Translation",
			"translation");

	private final ObjectNode root = Json.object();

	private OpenApi() {
	}

	static Specification load() {
		OpenApi converted = new OpenApi();
		ObjectNode schemas = converted.root.putObject("schemas");
		converted.root.putObject("families");
		JsonNode document = ProtocolFiles.json("spec-subset.json").path("components").path("schemas");
		document.forEachEntry((name, schema) -> {
			Matcher event = EVENT.matcher(name);
			if (event.matches() && schema.has("properties")) {
				converted.event(event.group(1), event.group(2).toLowerCase(Locale.ROOT), name, schema);
			}
			schemas.set(name, type(schema));
		});
		return new Specification(converted.root);
	}

	private void event(String family, String direction, String name, JsonNode schema) {
		ObjectNode event = type(schema);
		event.put("type", Specification.field(event, "type").path("const").asString());
		event.put("schema", name);
		this.root.withObject("/families/" + FAMILIES.get(family)).withArray(direction).add(event);
	}

	private static ObjectNode type(JsonNode schema) {
		for (String union : new String[] { "anyOf", "oneOf", "allOf" }) {
			if (schema.has(union)) {
				return union(schema.get(union));
			}
		}
		ObjectNode type = Json.object();
		if (schema.has("$ref")) {
			String reference = schema.get("$ref").asString();
			return type.put("ref", reference.substring(reference.lastIndexOf('/') + 1));
		}
		String kind = schema.path("type").asString(schema.has("items") ? "array" : "any");
		type.put("kind", kind);
		switch (kind) {
			case "object" -> object(schema, type);
			case "array" -> type.set("items", type(schema.path("items")));
			case "string" -> string(schema, type);
			default -> {
			}
		}
		return type;
	}

	private static void object(JsonNode schema, ObjectNode type) {
		if (schema.has("properties")) {
			ArrayNode fields = type.putArray("fields");
			schema.get("properties").forEachEntry((name, property) -> fields.add(type(property).put("name", name)));
		}
		else if (schema.path("additionalProperties").isObject()) {
			type.put("kind", "map").set("values", type(schema.get("additionalProperties")));
		}
		else {
			type.put("kind", "any");
		}
	}

	private static void string(JsonNode schema, ObjectNode type) {
		JsonNode values = schema.path("enum");
		if (schema.has("const") || values.size() == 1) {
			type.set("const", schema.has("const") ? schema.get("const") : values.get(0));
		}
		else if (schema.has("enum")) {
			type.set("enum", values);
		}
		if (schema.has("contentEncoding")) {
			type.set("encoding", schema.get("contentEncoding"));
		}
	}

	private static ObjectNode union(JsonNode variants) {
		ObjectNode union = Json.object().put("kind", "union");
		ArrayNode types = union.putArray("variants");
		variants.valueStream()
			.filter((variant) -> !variant.path("type").asString("").equals("null"))
			.forEach((variant) -> types.add(type(variant)));
		return (types.size() == 1) ? (ObjectNode) types.get(0) : union;
	}

}
