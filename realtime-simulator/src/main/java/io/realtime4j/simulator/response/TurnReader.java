package io.realtime4j.simulator.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.conversation.ConversationItem;
import io.realtime4j.simulator.ears.Hearing;
import io.realtime4j.simulator.model.ModelRequest;
import io.realtime4j.simulator.model.ModelToolChoice;
import io.realtime4j.simulator.model.ModelTurn;
import io.realtime4j.simulator.settings.DeclaredTools;
import io.realtime4j.simulator.settings.ServedResponseSettings;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a model has to answer from items and settings.
 */
final class TurnReader {

	private TurnReader() {
	}

	static ModelRequest request(ServedResponseSettings settings, List<ConversationItem> items) {
		List<ModelTurn> turns = new ArrayList<>();
		items.forEach((item) -> turns.add(turn(item)));
		return new ModelRequest(settings.get("instructions").asString(""), turns,
				DeclaredTools.of(settings.get("tools")), toolChoice(settings.get("tool_choice")));
	}

	private static ModelTurn turn(ConversationItem item) {
		ObjectNode json = item.json();
		return switch (Json.text(json, "type", "message")) {
			case "function_call" -> new ModelTurn(ModelTurn.Role.TOOL_CALL, Json.text(json, "arguments", ""),
					Json.text(json, "name", ""), Duration.ZERO);
			case "function_call_output" ->
				new ModelTurn(ModelTurn.Role.TOOL_OUTPUT, Json.text(json, "output", ""), "", Duration.ZERO);
			default -> message(item);
		};
	}

	private static ModelTurn message(ConversationItem item) {
		ModelTurn.Role role = role(Json.text(item.json(), "role", "user"));
		if (role == ModelTurn.Role.USER && item.audioMillis() > 0) {
			Hearing heard = item.hearing().getNow(Hearing.nothing());
			return new ModelTurn(role, (heard.sure()) ? heard.words() : "", "", Duration.ofMillis(item.spokenMillis()),
					(heard.sure()) ? "" : heard.words());
		}
		return new ModelTurn(role, words(item.json().path("content")), "", Duration.ofMillis(item.audioMillis()));
	}

	private static ModelTurn.Role role(String role) {
		return switch (role) {
			case "assistant" -> ModelTurn.Role.ASSISTANT;
			case "system" -> ModelTurn.Role.SYSTEM;
			default -> ModelTurn.Role.USER;
		};
	}

	private static String words(JsonNode content) {
		StringBuilder words = new StringBuilder();
		for (JsonNode part : content) {
			String text = Json.text(part, "text");
			words.append((text != null) ? text : Json.text(part, "transcript", "")).append(' ');
		}
		return words.toString().strip();
	}

	private static ModelToolChoice toolChoice(JsonNode choice) {
		if (choice.isObject()) {
			return new ModelToolChoice(ModelToolChoice.Mode.NAMED, Json.text(choice, "name", ""));
		}
		ModelToolChoice.Mode mode = switch (choice.asString("auto")) {
			case "none" -> ModelToolChoice.Mode.NONE;
			case "required" -> ModelToolChoice.Mode.REQUIRED;
			default -> ModelToolChoice.Mode.AUTO;
		};
		return new ModelToolChoice(mode, "");
	}

}
