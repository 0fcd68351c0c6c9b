package io.realtime4j.simulator.session;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.simulator.conversation.ConversationItem;
import io.realtime4j.simulator.ears.Hearing;
import io.realtime4j.simulator.settings.AudioCodec;
import io.realtime4j.simulator.vad.Loudness;
import io.realtime4j.simulator.wire.Ids;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes items of a conversation from those that a client creates.
 */
final class ItemFactory {

	private static final List<String> TYPES = List.of("message", "function_call", "function_call_output",
			"mcp_approval_response", "mcp_list_tools", "mcp_call", "mcp_approval_request");

	private static final Map<String, List<String>> CONTENT_TYPES = Map.of("user",
			List.of("input_text", "input_audio", "input_image"), "system", List.of("input_text"), "assistant",
			List.of("output_text", "output_audio"));

	private static final double THRESHOLD = 0.5;

	private final Ids ids;

	ItemFactory(Ids ids) {
		this.ids = ids;
	}

	ConversationItem create(ObjectNode source, AudioCodec codec) {
		String type = Json.text(source, "type");
		if (type == null) {
			throw ProtocolErrors.missing("item.type");
		}
		if (!TYPES.contains(type)) {
			throw ProtocolErrors.unsupported("item.type", type, TYPES);
		}
		return switch (type) {
			case "message" -> message(source, codec);
			case "function_call" -> call(source, codec);
			case "function_call_output" -> new ConversationItem(
					begin(source).put("call_id", required(source, "call_id")).put("output", required(source, "output")),
					codec);
			default -> new ConversationItem(begin(source).setAll(source.deepCopy().without("id")), codec);
		};
	}

	private ConversationItem call(ObjectNode source, AudioCodec codec) {
		String callId = Json.text(source, "call_id");
		return new ConversationItem(begin(source).put("status", "completed")
			.put("name", required(source, "name"))
			.put("call_id", (callId != null) ? callId : this.ids.nextCall())
			.put("arguments", required(source, "arguments")), codec);
	}

	private ConversationItem message(ObjectNode source, AudioCodec codec) {
		String role = required(source, "role");
		List<String> supported = CONTENT_TYPES.get(role);
		if (supported == null) {
			throw ProtocolErrors.unsupported("item.role", role, List.of("user", "assistant", "system"));
		}
		if (!source.path("content").isArray()) {
			throw ProtocolErrors.missing("item.content");
		}
		ObjectNode json = begin(source).put("status", Json.text(source, "status", "completed")).put("role", role);
		ConversationItem item = new ConversationItem(json, codec);
		ArrayNode content = json.putArray("content");
		for (JsonNode part : source.path("content")) {
			content.add(part(part, "item.content[" + content.size() + "]", supported, item));
		}
		return item;
	}

	private ObjectNode part(JsonNode part, String path, List<String> supported, ConversationItem item) {
		String type = Json.text(part, "type");
		if (type == null) {
			throw ProtocolErrors.missing(path + ".type");
		}
		if (!supported.contains(type)) {
			throw ProtocolErrors.unsupported(path + ".type", type, supported);
		}
		ObjectNode copy = Json.object().put("type", type);
		switch (type) {
			case "input_audio" -> hear(part, path, item, copy);
			case "input_image" -> copy.setAll((ObjectNode) part.deepCopy());
			case "output_audio" -> {
				// the service takes spoken answers back as text only
				throw ProtocolErrors.missing(path + ".text");
			}
			default -> copy.put("text", required(part, path + ".", "text"));
		}
		return copy;
	}

	private static void hear(JsonNode part, String path, ConversationItem item, ObjectNode copy) {
		byte[] audio = decode(required(part, path + ".", "audio"), path + ".audio");
		item.addAudio(audio);
		String transcript = Json.text(part, "transcript");
		item.hear(CompletableFuture.completedFuture((transcript != null) ? Hearing.of(transcript) : Hearing.nothing()),
				Loudness.spokenMillis(audio, AudioCodec.SPEECH_RATE, THRESHOLD));
		copy.put("transcript", transcript);
	}

	static byte[] decode(String base64, String path) {
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new ProtocolException("invalid_value",
					"Invalid '" + path
							+ "'. Expected base64-encoded audio bytes (mono PCM16 at 24kHz) but got an invalid value.",
					path);
		}
	}

	private ObjectNode begin(ObjectNode source) {
		String id = Json.text(source, "id");
		return Json.object()
			.put("id", (id != null) ? id : this.ids.next("item"))
			.put("type", Json.text(source, "type", "message"));
	}

	private static String required(JsonNode source, String name) {
		return required(source, "item.", name);
	}

	private static String required(JsonNode source, String prefix, String name) {
		JsonNode value = source.path(name);
		if (value.isMissingNode() || value.isNull()) {
			throw ProtocolErrors.missing(prefix + name);
		}
		if (!value.isString()) {
			throw ProtocolErrors.wrongType(prefix + name, "a string", value);
		}
		return value.stringValue();
	}

}
