package io.realtime4j.simulator.support;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A response is created, has its events, and is done; nothing of it comes later. It says
 * what it consumed.
 */
final class ResponseLives implements StreamRule {

	private static final Set<String> ENDS = Set.of("completed", "cancelled", "failed", "incomplete");

	private static final Set<String> CONTENT_TYPES = Set.of("output_text", "output_audio");

	private final Set<String> open = new LinkedHashSet<>();

	private final Set<String> closed = new HashSet<>();

	@Override
	public void check(String type, ObjectNode event, Complaints complaints) {
		switch (type) {
			case "response.created" -> created(event.path("response"), complaints);
			case "response.done" -> done(event.path("response"), complaints);
			default -> {
				String id = Json.text(event, "response_id");
				complaints.require(id == null || !this.closed.contains(id), "comes after response.done");
				complaints.require(id == null || this.open.contains(id) || this.closed.contains(id),
						"comes before response.created");
				complaints.require(id != null || !type.startsWith("response."), "names no response");
			}
		}
		checkContent(event.path("item"), complaints);
	}

	@Override
	public void end(Complaints complaints) {
		complaints.require(this.open.isEmpty(), "ends before response.done");
	}

	private void created(JsonNode response, Complaints complaints) {
		String id = Json.text(response, "id", "");
		complaints.require(!this.closed.contains(id) && this.open.add(id), "was created before");
		complaints.require("in_progress".equals(Json.text(response, "status")), "has a wrong status");
	}

	private void done(JsonNode response, Complaints complaints) {
		String id = Json.text(response, "id", "");
		complaints.require(this.open.remove(id), "is no open response");
		this.closed.add(id);
		String status = Json.text(response, "status", "");
		complaints.require(ENDS.contains(status), "has a wrong status");
		JsonNode usage = response.path("usage");
		complaints.require(
				usage.path("total_tokens").isIntegralNumber() && usage.path("total_tokens")
					.asLong() == usage.path("input_tokens").asLong() + usage.path("output_tokens").asLong(),
				"has no usage that adds up");
		response.path("output").forEach((item) -> checkContent(item, complaints));
	}

	private static void checkContent(JsonNode item, Complaints complaints) {
		if ("assistant".equals(Json.text(item, "role"))) {
			for (JsonNode part : item.path("content")) {
				complaints.require(CONTENT_TYPES.contains(Json.text(part, "type", "")), "has content of a wrong type");
			}
		}
	}

}
