package io.realtime4j.codec;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Objects of which several kinds share one flat schema: real ones have the members of
 * their kind only.
 */
final class FlatKinds {

	private static final Set<String> MEMBERS_OF_ALL = Set.of("type");

	private static final Map<String, Set<String>> MEMBERS = Map.ofEntries(
			Map.entry("message", Set.of("id", "object", "status", "role", "content")),
			Map.entry("function_call", Set.of("id", "object", "status", "call_id", "name", "arguments")),
			Map.entry("function_call_output", Set.of("id", "object", "status", "call_id", "output")),
			Map.entry("item_reference", Set.of("id")), Map.entry("text", Set.of("text")),
			Map.entry("audio", Set.of("audio", "transcript")), Map.entry("input_text", Set.of("text")),
			Map.entry("input_audio", Set.of("audio", "transcript")),
			Map.entry("input_image", Set.of("image_url", "detail")), Map.entry("output_text", Set.of("text")),
			Map.entry("output_audio", Set.of("audio", "transcript")),
			Map.entry("server_vad",
					Set.of("threshold", "prefix_padding_ms", "silence_duration_ms", "create_response",
							"interrupt_response", "idle_timeout_ms")),
			Map.entry("semantic_vad", Set.of("eagerness", "create_response", "interrupt_response")));

	private FlatKinds() {
	}

	/**
	 * Return the kinds that share a schema, or none if it is not flat.
	 */
	static Set<String> of(JsonNode schema) {
		JsonNode type = Specification.field(schema, "type");
		boolean isAnyVad = type.has("name") && !Specification.field(schema, "threshold").isMissingNode();
		Set<String> kinds = Specification.texts(type);
		if (isAnyVad && kinds.isEmpty()) {
			return Set.of("server_vad");
		}
		return (type.has("enum") && MEMBERS.keySet().containsAll(kinds)) ? kinds : Set.of();
	}

	static boolean hasMember(String kind, String name) {
		return MEMBERS_OF_ALL.contains(name) || MEMBERS.get(kind).contains(name);
	}

}
