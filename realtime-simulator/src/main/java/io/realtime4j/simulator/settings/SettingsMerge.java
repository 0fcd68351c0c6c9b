package io.realtime4j.simulator.settings;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges an accepted update into the settings of a session.
 */
final class SettingsMerge {

	private static final String[] TOOL_MEMBERS = { "type", "name", "description", "parameters" };

	private SettingsMerge() {
	}

	static void apply(ObjectNode session, ObjectNode update) {
		for (String name : update.propertyNames()) {
			switch (name) {
				case "type", "model" -> {
					// a session keeps the ones it was opened with
				}
				case "audio" -> audio(session, update.path("audio"));
				case "instructions" -> instructions(session, update);
				case "tools" -> session.set("tools", tools(update.path("tools")));
				default -> session.set(name, update.path(name).deepCopy());
			}
		}
	}

	private static void instructions(ObjectNode session, ObjectNode update) {
		String instructions = Json.text(update, "instructions", "");
		session.put("instructions", (instructions.isEmpty()) ? Defaults.INSTRUCTIONS : instructions);
	}

	private static ArrayNode tools(JsonNode tools) {
		ArrayNode ordered = Json.object().putArray("tools");
		for (JsonNode tool : tools) {
			ObjectNode copy = Json.object();
			for (String name : TOOL_MEMBERS) {
				if (tool.has(name)) {
					copy.set(name, tool.path(name).deepCopy());
				}
			}
			tool.properties().forEach((entry) -> copy.putIfAbsent(entry.getKey(), entry.getValue().deepCopy()));
			ordered.add(copy);
		}
		return ordered;
	}

	private static void audio(ObjectNode session, JsonNode update) {
		boolean transcription = "transcription".equals(Json.text(session, "type"));
		for (String side : update.propertyNames()) {
			ObjectNode target = Json.member(session.path("audio"), side);
			if (target != null) {
				side(target, update.path(side), transcription);
			}
		}
	}

	private static void side(ObjectNode target, JsonNode update, boolean transcription) {
		for (String name : update.propertyNames()) {
			JsonNode value = update.path(name);
			if (value instanceof ObjectNode object) {
				target.set(name, overlay(base(name, object, target.get(name), transcription), object));
			}
			else {
				target.set(name, value);
			}
		}
	}

	private static ObjectNode base(String name, ObjectNode update, @Nullable JsonNode current, boolean transcription) {
		if ("transcription".equals(name)) {
			return (current instanceof ObjectNode object) ? object.deepCopy() : Defaults.transcription();
		}
		if (!"turn_detection".equals(name)) {
			return Json.object();
		}
		if (current instanceof ObjectNode object && object.path("type").equals(update.path("type"))) {
			return object.deepCopy();
		}
		return Defaults.turnDetection("semantic_vad".equals(Json.text(update, "type")), transcription);
	}

	private static ObjectNode overlay(ObjectNode base, ObjectNode update) {
		update.properties().forEach((entry) -> base.set(entry.getKey(), entry.getValue().deepCopy()));
		return base;
	}

}
