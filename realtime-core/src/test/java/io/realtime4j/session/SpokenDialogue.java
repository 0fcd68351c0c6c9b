package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server says of the turns of a spoken dialogue, with all that can be said.
 */
final class SpokenDialogue {

	/**
	 * The members that name something or say where it stands.
	 */
	static final List<String> IDS = List.of("event_id", "response_id", "item_id", "output_index", "content_index",
			"previous_item_id", "item.id", "response.id", "response.conversation_id", "response.output.id",
			"audio_start_ms", "audio_end_ms", "response.metadata");

	/**
	 * How many events there are of an answer until both pieces of its audio have come.
	 */
	static final int SPOKEN = 8;

	private SpokenDialogue() {
	}

	static Stream<String> types() {
		return Stream.of(question("1", "?"), answer("2", "!", null), call("3"))
			.flatMap(Stream::of)
			.map((text) -> JsonMapper.shared().readTree(text).get("type").asString())
			.filter((type) -> !type.equals("response.output_audio.delta") && !type.equals("response.done"))
			.distinct();
	}

	static String[] question(String id, String transcript) {
		String item = "item_" + id;
		String message = "{\"id\":\"" + item + "\",\"type\":\"message\",\"role\":\"user\",\"status\":\"completed\","
				+ "\"content\":[{\"type\":\"input_audio\",\"transcript\":null}]}";
		return texts(Wire.event("input_audio_buffer.speech_started").put("audio_start_ms", 10).put("item_id", item),
				Wire.event("input_audio_buffer.speech_stopped").put("audio_end_ms", 900).put("item_id", item),
				Wire.event("input_audio_buffer.committed").putNull("previous_item_id").put("item_id", item),
				item("conversation.item.added", message), item("conversation.item.done", message),
				Wire.event("conversation.item.input_audio_transcription.completed")
					.put("item_id", item)
					.put("content_index", 0)
					.put("transcript", transcript));
	}

	static String[] answer(String id, String text, @Nullable JsonNode metadata) {
		String begun = message(id, "in_progress", null);
		String whole = message(id, "completed", text);
		int half = text.length() / 2;
		return texts(response("response.created", id, "in_progress", metadata, null),
				output("response.output_item.added", id, begun), item("conversation.item.added", begun),
				content("response.content_part.added", id, "part", "{\"type\":\"audio\",\"transcript\":\"\"}"),
				part("response.output_audio_transcript.delta", id).put("delta", text.substring(0, half)),
				part("response.output_audio.delta", id).put("delta", "AAAA".repeat(1000)),
				part("response.output_audio_transcript.delta", id).put("delta", text.substring(half)),
				part("response.output_audio.delta", id).put("delta", "AAAA".repeat(1000)),
				part("response.output_audio.done", id),
				part("response.output_audio_transcript.done", id).put("transcript", text),
				content("response.content_part.done", id, "part",
						"{\"type\":\"audio\",\"transcript\":\"" + text + "\"}"),
				item("conversation.item.done", whole), output("response.output_item.done", id, whole),
				response("response.done", id, "completed", metadata, whole));
	}

	static String[] call(String id) {
		String begun = functionCall(id, "in_progress", "");
		String whole = functionCall(id, "completed", "{}");
		return texts(response("response.created", id, "in_progress", null, null),
				output("response.output_item.added", id, begun), item("conversation.item.added", begun),
				callPart("response.function_call_arguments.delta", id).put("delta", "{}"),
				callPart("response.function_call_arguments.done", id).put("name", "weather").put("arguments", "{}"),
				item("conversation.item.done", whole), output("response.output_item.done", id, whole),
				response("response.done", id, "completed", null, whole));
	}

	private static String message(String id, String status, @Nullable String transcript) {
		String content = (transcript != null) ? "{\"type\":\"output_audio\",\"transcript\":\"" + transcript + "\"}"
				: "";
		return "{\"id\":\"item_" + id + "\",\"type\":\"message\",\"role\":\"assistant\",\"status\":\"" + status
				+ "\",\"content\":[" + content + "]}";
	}

	private static String functionCall(String id, String status, String arguments) {
		return Wire.json(Wire.functionCall("item_" + id, "call_" + id).replace("book", "weather"))
			.toString()
			.replace("completed", status)
			.replace("\"arguments\":\"{}\"", "\"arguments\":\"" + arguments + "\"");
	}

	private static ObjectNode part(String type, String id) {
		return Wire.event(type)
			.put("response_id", "resp_" + id)
			.put("item_id", "item_" + id)
			.put("output_index", 0)
			.put("content_index", 0);
	}

	private static ObjectNode callPart(String type, String id) {
		ObjectNode event = part(type, id).put("call_id", "call_" + id);
		event.remove("content_index");
		return event;
	}

	private static ObjectNode content(String type, String id, String name, String json) {
		return part(type, id).set(name, Wire.json(json));
	}

	private static ObjectNode output(String type, String id, String item) {
		return Wire.event(type).put("response_id", "resp_" + id).put("output_index", 0).set("item", Wire.json(item));
	}

	private static ObjectNode item(String type, String item) {
		return Wire.event(type).putNull("previous_item_id").set("item", Wire.json(item));
	}

	private static ObjectNode response(String type, String id, String status, @Nullable JsonNode metadata,
			@Nullable String output) {
		ObjectNode event = Wire.event(type);
		ObjectNode response = event.putObject("response")
			.put("id", "resp_" + id)
			.put("status", status)
			.put("conversation_id", "conv_1");
		response.set("metadata", metadata);
		if (output != null) {
			response.putArray("output").add(Wire.json(output));
		}
		else {
			response.putArray("output");
		}
		return event;
	}

	private static String[] texts(ObjectNode... events) {
		List<String> texts = new ArrayList<>();
		for (ObjectNode event : events) {
			texts.add(event.toString());
		}
		return texts.toArray(String[]::new);
	}

}
