package io.realtime4j.simulator.support;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item of a response is added, its part is added, has its deltas and is done, then the
 * item is done, then the response.
 */
final class OutputOrder implements StreamRule {

	private static final Set<String> PART_TYPES = Set.of("text", "audio");

	private final Map<String, String> states = new HashMap<>();

	private final Map<String, Map<Integer, String>> outputs = new HashMap<>();

	@Override
	public void check(String type, ObjectNode event, Complaints complaints) {
		if ("response.done".equals(type)) {
			responseDone(event.path("response"), complaints);
			return;
		}
		if (!event.has("response_id") || !type.startsWith("response.")) {
			return;
		}
		String itemId = Json.text(event, "item_id", Json.text(event.path("item"), "id", ""));
		String state = this.states.getOrDefault(itemId, "");
		checkIndex(type, event, itemId, complaints);
		checkPart(event.get("part"), complaints);
		List<String> expected = expectedStates(type);
		complaints.require(expected.contains(state), "comes when the item is '" + state + "'");
		String next = nextState(type);
		if (next != null) {
			this.states.put(itemId, next);
		}
	}

	private void checkIndex(String type, ObjectNode event, String itemId, Complaints complaints) {
		Map<Integer, String> output = this.outputs.computeIfAbsent(Json.text(event, "response_id", ""),
				(id) -> new LinkedHashMap<>());
		int index = event.path("output_index").asInt(-1);
		if ("response.output_item.added".equals(type)) {
			complaints.require(index == output.size(), "has a wrong output_index");
			output.put(index, itemId);
		}
		else {
			complaints.require(itemId.equals(output.get(index)), "has a wrong output_index");
		}
	}

	private void responseDone(JsonNode response, Complaints complaints) {
		Map<Integer, String> expected = this.outputs.getOrDefault(Json.text(response, "id", ""), Map.of());
		List<String> output = response.path("output").valueStream().map((item) -> Json.text(item, "id", "")).toList();
		complaints.require(output.equals(List.copyOf(expected.values())), "has not the items that were added");
		for (String itemId : output) {
			complaints.require("done".equals(this.states.get(itemId)), "has an item that is not done");
		}
	}

	private static void checkPart(@Nullable JsonNode part, Complaints complaints) {
		complaints.require(part == null || PART_TYPES.contains(Json.text(part, "type", "")),
				"has a part of a wrong type");
	}

	private static List<String> expectedStates(String type) {
		return switch (type) {
			case "response.output_item.added" -> List.of("");
			case "response.content_part.added" -> List.of("added", "part done");
			case "response.function_call_arguments.delta", "response.function_call_arguments.done" -> List.of("added");
			case "response.output_audio.delta", "response.output_audio_transcript.delta",
					"response.output_text.delta" ->
				List.of("part");
			case "response.output_audio.done" -> List.of("part");
			case "response.output_audio_transcript.done", "response.output_text.done" -> List.of("part", "streamed");
			case "response.content_part.done" -> List.of("streamed");
			default -> List.of("part done");
		};
	}

	private static @Nullable String nextState(String type) {
		return switch (type) {
			case "response.output_item.added" -> "added";
			case "response.content_part.added" -> "part";
			case "response.output_audio.done", "response.output_audio_transcript.done", "response.output_text.done" ->
				"streamed";
			case "response.content_part.done", "response.function_call_arguments.done" -> "part done";
			case "response.output_item.done" -> "done";
			default -> null;
		};
	}

}
