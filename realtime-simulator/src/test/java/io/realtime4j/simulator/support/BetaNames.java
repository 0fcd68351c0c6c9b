package io.realtime4j.simulator.support;

import java.util.Map;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes events of the beta dialect in the words of GA, as far as the rules of streams
 * look at them. It is not the translation that the simulator makes.
 */
final class BetaNames {

	private static final Map<String, String> TYPES = Map.of("response.text.delta", "response.output_text.delta",
			"response.text.done", "response.output_text.done", "response.audio.delta", "response.output_audio.delta",
			"response.audio.done", "response.output_audio.done", "response.audio_transcript.delta",
			"response.output_audio_transcript.delta", "response.audio_transcript.done",
			"response.output_audio_transcript.done", "conversation.item.created", "conversation.item.added");

	private BetaNames() {
	}

	static ObjectNode toGa(ObjectNode event) {
		ObjectNode copy = event.deepCopy();
		String type = Json.text(copy, "type", "");
		copy.put("type", TYPES.getOrDefault(type, type));
		rename(copy.path("item"));
		copy.path("response").path("output").forEach(BetaNames::rename);
		return copy;
	}

	private static void rename(JsonNode item) {
		if ("assistant".equals(Json.text(item, "role"))) {
			for (JsonNode part : item.path("content")) {
				((ObjectNode) part).put("type", "output_" + Json.text(part, "type"));
			}
		}
	}

}
