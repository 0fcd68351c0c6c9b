package io.realtime4j.codec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.realtime4j.ProtocolFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds frames from the schema that the library began with: its flat objects (items,
 * content, turn detection) get the members of one kind, as on the wire.
 */
final class SeedFrames {

	private static final List<String> ITEMS = List.of("system", "user", "assistant", "function_call",
			"function_call_output");

	private static final List<String> TURN_DETECTIONS = List.of("server_vad", "semantic_vad");

	private static final List<String> PARTS = List.of("text", "audio");

	private static final Map<String, Set<String>> ITEM_MEMBERS = Map.of("message",
			Set.of("id", "type", "object", "status", "role", "content"), "function_call",
			Set.of("id", "type", "object", "status", "call_id", "name", "arguments"), "function_call_output",
			Set.of("id", "type", "object", "status", "call_id", "output"));

	private static final Map<String, List<String>> CONTENT_OF_ROLE = Map.of("system", List.of("input_text"), "user",
			List.of("input_text", "input_audio", "item_reference"), "assistant", PARTS);

	private static final Map<String, Set<String>> CONTENT_MEMBERS = Map.of("input_text", Set.of("type", "text"),
			"input_audio", Set.of("type", "audio", "transcript"), "item_reference", Set.of("type", "id"), "text",
			Set.of("type", "text"), "audio", Set.of("type", "audio", "transcript"));

	private static final Map<String, Set<String>> TURN_DETECTION_MEMBERS = Map.of("server_vad",
			Set.of("type", "threshold", "prefix_padding_ms", "silence_duration_ms", "create_response",
					"interrupt_response"),
			"semantic_vad", Set.of("type", "eagerness", "create_response", "interrupt_response"));

	private final JsonNode seed = ProtocolFiles.json("seed.json");

	private final JsonNode types = this.seed.get("types");

	private int variant;

	private SeedFrames() {
	}

	static Stream<Frame> full() {
		return new SeedFrames().frames((field) -> true);
	}

	static Stream<Frame> required() {
		return new SeedFrames().frames((field) -> field.get("required_on_read").booleanValue());
	}

	private Stream<Frame> frames(Predicate<JsonNode> wanted) {
		Set<Frame> frames = new LinkedHashSet<>();
		for (String direction : List.of("client_events", "server_events")) {
			for (JsonNode event : this.seed.get(direction)) {
				String type = event.get("type").stringValue();
				for (this.variant = 0; this.variant < ITEMS.size(); this.variant++) {
					ObjectNode json = Json.object().put("type", type);
					frames.add(new Frame(direction.startsWith("server"), type, fill(json, event, wanted)));
				}
			}
		}
		return frames.stream();
	}

	private ObjectNode fill(ObjectNode json, JsonNode struct, Predicate<JsonNode> wanted) {
		struct.path("fields")
			.valueStream()
			.filter(wanted)
			.forEach((field) -> json.set(name(field), value(name(field), field, wanted)));
		return json;
	}

	private JsonNode value(String name, JsonNode field, Predicate<JsonNode> wanted) {
		if (field.has("ref")) {
			return referenced(name, field.get("ref").stringValue(), wanted);
		}
		return switch (field.get("type").stringValue()) {
			case "array" -> array(name, field.get("items"), wanted);
			case "any" -> any(name);
			case "map" -> Json.object().put("customer", "of many years").put("Ort", "Zürich");
			case "integer" -> Json.value(name.length());
			case "number" -> Json.value(0.25 + name.length());
			case "boolean" -> Json.value(this.variant % 2 == 0);
			default -> text(name);
		};
	}

	private JsonNode referenced(String name, String type, Predicate<JsonNode> wanted) {
		JsonNode struct = this.types.get(type);
		return switch (type) {
			case "RealtimeConversationItem", "RealtimeConversationItemWithReference" ->
				item(ITEMS.get(this.variant), wanted);
			case "RealtimeSessionTurnDetection" ->
				kind(type, "type", TURN_DETECTIONS.get(this.variant % 2), TURN_DETECTION_MEMBERS, wanted);
			default -> switch (struct.get("kind").stringValue()) {
				case "newtype" -> value(name, struct.get("of"), wanted);
				case "enum" -> union(struct, "function", wanted);
				default -> fill(Json.object(), struct, wanted);
			};
		};
	}

	private ArrayNode array(String name, JsonNode items, Predicate<JsonNode> wanted) {
		ArrayNode array = Json.object().arrayNode();
		switch (items.path("ref").asString("")) {
			case "RealtimeConversationItem" -> ITEMS.forEach((kind) -> array.add(item(kind, wanted)));
			case "RealtimeConversationItemWithReference" -> {
				ITEMS.forEach((kind) -> array.add(item(kind, wanted)));
				array.addObject().put("id", "item_17").put("type", "item_reference");
			}
			case "Tool" -> this.types.get("Tool")
				.get("variants")
				.forEach((tool) -> array.add(union(this.types.get("Tool"), tool.get("value").stringValue(), wanted)));
			default -> array.add(value(name, items, wanted)).add(value(name, items, wanted));
		}
		return array;
	}

	private ObjectNode union(JsonNode union, String tag, Predicate<JsonNode> wanted) {
		JsonNode variant = union.get("variants")
			.valueStream()
			.filter((candidate) -> candidate.get("value").stringValue().equals(tag))
			.findFirst()
			.orElseThrow();
		return fill(Json.object().put("type", tag), this.types.get(variant.get("of").get("ref").stringValue()), wanted);
	}

	private ObjectNode item(String kind, Predicate<JsonNode> wanted) {
		boolean message = CONTENT_OF_ROLE.containsKey(kind);
		ObjectNode item = kind("RealtimeConversationItem", "type", message ? "message" : kind, ITEM_MEMBERS, wanted);
		if (item.has("role")) {
			item.put("role", kind);
			ArrayNode content = item.putArray("content");
			CONTENT_OF_ROLE.get(kind).forEach((type) -> content.add(content(type, wanted)));
		}
		return item;
	}

	private ObjectNode content(String type, Predicate<JsonNode> wanted) {
		return kind("RealtimeConversationItemContent", "type", type, CONTENT_MEMBERS, wanted);
	}

	private ObjectNode kind(String type, String tag, String kind, Map<String, Set<String>> members,
			Predicate<JsonNode> wanted) {
		ObjectNode json = fill(Json.object(), this.types.get(type),
				(field) -> wanted.test(field) && members.get(kind).contains(name(field)));
		return json.put(tag, kind);
	}

	private JsonNode any(String name) {
		return switch (name) {
			case "max_response_output_tokens" -> (this.variant % 2 == 0) ? Json.value(4096) : Json.value("inf");
			case "part" -> content(PARTS.get(this.variant % 2), (field) -> true);
			default ->
				Json.read("{'type': 'object', 'properties': {'city': {'type': 'string'}}, 'required': ['city']}");
		};
	}

	private JsonNode text(String name) {
		String text = switch (name) {
			case "audio", "delta" -> "AAECAwQFBgc=";
			case "input_audio_format" -> List.of("pcm16", "g711_ulaw").get(this.variant % 2);
			case "output_audio_format" -> List.of("pcm16", "g711_alaw").get(this.variant % 2);
			default -> "the " + name + " \uD83C\uDFA4";
		};
		return Json.value(text);
	}

	private static String name(JsonNode field) {
		return field.get("name").stringValue();
	}

	/**
	 * A frame of one event.
	 *
	 * @param fromServer whether a server says it
	 * @param type its wire type
	 * @param json its JSON
	 */
	record Frame(boolean fromServer, String type, ObjectNode json) {

		@Override
		public String toString() {
			return this.type + kind(this.json.path("item").path("role"), this.json.path("item").path("type"),
					this.json.path("part").path("type"), this.json.path("session").path("turn_detection").path("type"),
					this.json.path("response").path("max_response_output_tokens"));
		}

		private static String kind(JsonNode... kinds) {
			return Stream.of(kinds)
				.filter(JsonNode::isValueNode)
				.findFirst()
				.map((kind) -> " (" + kind.asString() + ")")
				.orElse("");
		}

	}

}
