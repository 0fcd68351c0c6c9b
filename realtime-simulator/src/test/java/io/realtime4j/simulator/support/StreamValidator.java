package io.realtime4j.simulator.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what must hold of any stream of server events in the GA dialect.
 */
public final class StreamValidator {

	private static final Map<String, String> DONE_MEMBERS = Map.of("response.output_text", "text",
			"response.output_audio_transcript", "transcript", "response.function_call_arguments", "arguments",
			"conversation.item.input_audio_transcription", "transcript");

	private final List<String> complaints = new ArrayList<>();

	private final Set<String> eventIds = new HashSet<>();

	private final Set<String> openResponses = new HashSet<>();

	private final Set<String> closedResponses = new HashSet<>();

	private final Map<String, String> itemStates = new HashMap<>();

	private final Map<String, StringBuilder> streamed = new HashMap<>();

	private final ItemOrder order = new ItemOrder(this.complaints);

	private StreamValidator() {
	}

	/**
	 * Check a stream.
	 * @param events the events in order
	 * @return what is wrong, nothing if all is well
	 */
	public static List<String> complaints(List<ObjectNode> events) {
		StreamValidator validator = new StreamValidator();
		events.forEach(validator::check);
		return validator.complaints;
	}

	private void check(ObjectNode event) {
		String type = Json.text(event, "type", "");
		require(this.eventIds.add(Json.text(event, "event_id", "")), "event_id is not unique", event);
		switch (type) {
			case "response.created" -> this.openResponses.add(responseId(event));
			case "response.done" -> responseDone(event);
			default -> {
				if (event.has("response_id")) {
					String id = Json.text(event, "response_id", "");
					require(!this.closedResponses.contains(id), "comes after response.done", event);
					require(this.openResponses.contains(id), "comes before response.created", event);
					responseEvent(type, event);
				}
			}
		}
		this.order.check(type, event);
		checkText(type, event);
	}

	private void responseDone(ObjectNode event) {
		String id = responseId(event);
		require(this.openResponses.remove(id), "is no open response", event);
		this.closedResponses.add(id);
		JsonNode response = event.path("response");
		require(response.path("usage").path("total_tokens").asInt(0) > 0, "has no usage", event);
		for (JsonNode item : response.path("output")) {
			require("done".equals(this.itemStates.get(Json.text(item, "id", ""))), "has an item that is not done",
					event);
			for (JsonNode part : item.path("content")) {
				require(Json.text(part, "type", "").startsWith("output_"), "has content of a wrong type", event);
			}
		}
	}

	private void responseEvent(String type, ObjectNode event) {
		String itemId = Json.text(event, "item_id", Json.text(event.path("item"), "id", ""));
		String state = this.itemStates.getOrDefault(itemId, "");
		switch (type) {
			case "response.output_item.added" -> step(itemId, state, "", "added", event);
			case "response.content_part.added" -> {
				step(itemId, state, "added", "part", event);
				checkPart(event);
			}
			case "response.content_part.done" -> {
				step(itemId, state, "part", "part done", event);
				checkPart(event);
			}
			case "response.function_call_arguments.done" -> step(itemId, state, "added", "part done", event);
			case "response.output_item.done" -> step(itemId, state, "part done", "done", event);
			case "response.function_call_arguments.delta" ->
				require("added".equals(state), "is no event of an open call", event);
			default -> require("part".equals(state), "is no event of an open part", event);
		}
	}

	private void step(String itemId, String state, String expected, String next, ObjectNode event) {
		require(expected.equals(state), "comes when the item is '" + state + "'", event);
		this.itemStates.put(itemId, next);
	}

	private void checkPart(ObjectNode event) {
		String type = Json.text(event.path("part"), "type", "");
		require("text".equals(type) || "audio".equals(type), "has a part of a wrong type", event);
	}

	private void checkText(String type, ObjectNode event) {
		String stem = type.substring(0, Math.max(0, type.lastIndexOf('.')));
		String member = DONE_MEMBERS.get(stem);
		if (member == null) {
			return;
		}
		String key = stem + Json.text(event, "item_id", "");
		if (type.endsWith(".delta")) {
			this.streamed.computeIfAbsent(key, (name) -> new StringBuilder()).append(Json.text(event, "delta", ""));
		}
		else if (event.has(member)) {
			String whole = this.streamed.getOrDefault(key, new StringBuilder()).toString();
			require(whole.strip().equals(Json.text(event, member, "").strip()), "differs from its deltas", event);
		}
	}

	private void require(boolean condition, String complaint, ObjectNode event) {
		if (!condition) {
			this.complaints.add(Json.text(event, "type") + " " + complaint);
		}
	}

	private static String responseId(ObjectNode event) {
		return Json.text(event.path("response"), "id", "");
	}

}
