package io.realtime4j.simulator.support;

import java.util.HashMap;
import java.util.Map;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The deltas of a text make up the text, wherever it is said again.
 */
final class StreamedText implements StreamRule {

	private static final Map<String, String> DONE_MEMBERS = Map.of("response.output_text", "text",
			"response.output_audio_transcript", "transcript", "response.function_call_arguments", "arguments",
			"conversation.item.input_audio_transcription", "transcript");

	private final Map<String, StringBuilder> streamed = new HashMap<>();

	private final Map<String, String> whole = new HashMap<>();

	@Override
	public void check(String type, ObjectNode event, Complaints complaints) {
		String stem = type.substring(0, Math.max(0, type.lastIndexOf('.')));
		String member = DONE_MEMBERS.get(stem);
		String place = Json.text(event, "item_id", "") + "/" + event.path("content_index").asInt(0);
		if (member != null && type.endsWith(".delta")) {
			this.streamed.computeIfAbsent(stem + place, (key) -> new StringBuilder())
				.append(Json.text(event, "delta", ""));
		}
		else if (member != null && event.has(member)) {
			done(stem, place, Json.text(event, member, ""), complaints);
		}
		else if ("response.content_part.done".equals(type)) {
			checkAgain(place, event.path("part"), complaints);
		}
		else if ("conversation.item.truncated".equals(type)) {
			// the service forgets what was said in audio that nobody heard
			this.whole.remove(place);
		}
		checkItem(event.path("item"), complaints);
		event.path("response").path("output").forEach((item) -> checkItem(item, complaints));
	}

	private void done(String stem, String place, String text, Complaints complaints) {
		StringBuilder deltas = this.streamed.remove(stem + place);
		boolean heard = stem.startsWith("conversation.");
		if (deltas == null && heard) {
			return;
		}
		String joined = (deltas != null) ? deltas.toString() : "";
		complaints.require((heard) ? joined.strip().equals(text.strip()) : joined.equals(text),
				"differs from its deltas");
		if (!heard) {
			this.whole.put(place, text);
		}
	}

	private void checkItem(JsonNode item, Complaints complaints) {
		String id = Json.text(item, "id", "");
		if ("in_progress".equals(Json.text(item, "status"))) {
			return;
		}
		int index = 0;
		for (JsonNode part : item.path("content")) {
			checkAgain(id + "/" + index++, part, complaints);
		}
		String arguments = this.whole.get(id + "/0");
		complaints.require(
				arguments == null || !item.has("arguments") || arguments.equals(Json.text(item, "arguments")),
				"has another text than was streamed");
	}

	private void checkAgain(String place, JsonNode part, Complaints complaints) {
		String text = this.whole.get(place);
		String said = Json.text(part, "text", Json.text(part, "transcript", ""));
		complaints.require(text == null || text.equals(said), "has another text than was streamed");
	}

}
