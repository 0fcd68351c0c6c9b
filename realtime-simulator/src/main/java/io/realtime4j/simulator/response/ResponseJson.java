package io.realtime4j.simulator.response;

import java.util.List;

import io.realtime4j.simulator.settings.ServedResponseSettings;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes a response as the client sees it.
 */
final class ResponseJson {

	private final ObjectNode response = Json.object().put("object", "realtime.response");

	ResponseJson(String id, String status, @Nullable ObjectNode details) {
		this.response.put("id", id).put("status", status).set("status_details", details);
	}

	ResponseJson output(List<OutputItem> items) {
		ArrayNode output = this.response.putArray("output");
		items.forEach((item) -> output.add(item.item().toJson()));
		return this;
	}

	ResponseJson settings(ServedResponseSettings settings, @Nullable String conversationId) {
		this.response.put("conversation_id", conversationId);
		this.response.set("output_modalities", settings.get("output_modalities").deepCopy());
		this.response.set("max_output_tokens", settings.get("max_output_tokens").deepCopy());
		this.response.putObject("audio").set("output", settings.audioOutput());
		return this;
	}

	ObjectNode usage(@Nullable ObjectNode usage, ServedResponseSettings settings) {
		this.response.set("usage", usage);
		JsonNode metadata = settings.overrides().get("metadata");
		this.response.set("metadata", (metadata != null) ? metadata.deepCopy() : null);
		return this.response;
	}

}
