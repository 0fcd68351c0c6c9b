package io.realtime4j.spring.bridge.page;

import java.util.Locale;
import java.util.Set;

import io.realtime4j.support.Secrets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of an event of the service what a developer reads: without credentials, with the
 * length of audio in place of the audio, and with the beginning of what is long.
 */
final class ShownEvents {

	private static final int MAX_TEXT = 4000;

	private static final int MAX_SIZE = 64 * 1024;

	private static final Set<String> CREDENTIALS = Set.of("authorization", "headers", "client_secret", "api_key",
			"server_url", "token", "secret", "password");

	private static final String HIDDEN = "(hidden)";

	private ShownEvents() {
	}

	static JsonNode shown(JsonNode event) {
		boolean audio = event.path("type").asString("").contains("audio.delta");
		JsonNode shown = shown(event, audio ? "delta" : "audio");
		int size = shown.toString().length();
		return (size <= MAX_SIZE) ? shown
				: JsonNodeFactory.instance.objectNode()
					.put("type", event.path("type").asString(""))
					.put("left_out", size + " characters");
	}

	private static JsonNode shown(JsonNode node, String audio) {
		if (node instanceof ObjectNode object) {
			ObjectNode shown = JsonNodeFactory.instance.objectNode();
			object.properties().forEach((member) -> {
				String name = member.getKey();
				JsonNode value = member.getValue();
				shown.set(name, isCredential(name, value) ? JsonNodeFactory.instance.stringNode(HIDDEN)
						: (name.equals(audio) && value.isString()) ? length(value) : shown(value, audio));
			});
			return shown;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode shown = JsonNodeFactory.instance.arrayNode();
			array.forEach((element) -> shown.add(shown(element, audio)));
			return shown;
		}
		return node.isString() ? beginning(node.stringValue()) : node;
	}

	// The parameters of a tool may have any of these names, too
	private static boolean isCredential(String name, JsonNode value) {
		return CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)) && !value.isNull() && !isSchema(value);
	}

	private static boolean isSchema(JsonNode value) {
		return value.path("type").isString() || value.path("$ref").isString() || value.path("anyOf").isArray();
	}

	private static JsonNode length(JsonNode audio) {
		return JsonNodeFactory.instance.stringNode("(" + audio.stringValue().length() * 3L / 4 + " bytes)");
	}

	private static JsonNode beginning(String text) {
		String shown = Secrets.redact((text.length() <= MAX_TEXT) ? text : text.substring(0, MAX_TEXT));
		int more = text.length() - MAX_TEXT;
		return JsonNodeFactory.instance.stringNode((more > 0) ? shown + "… (" + more + " more characters)" : shown);
	}

}
