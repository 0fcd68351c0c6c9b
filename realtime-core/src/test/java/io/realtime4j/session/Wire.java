package io.realtime4j.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What servers say, as text.
 */
public final class Wire {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private Wire() {
	}

	public static String sessionCreated() {
		return session("session.created", "The server's own.");
	}

	public static String sessionUpdated() {
		return sessionUpdated("Be brief.");
	}

	public static String sessionUpdated(String instructions) {
		return session("session.updated", instructions);
	}

	public static String sessionCreated(Instant expiresAt) {
		ObjectNode event = (ObjectNode) MAPPER.readTree(sessionCreated());
		((ObjectNode) event.get("session")).put("expires_at", expiresAt.getEpochSecond());
		return event.toString();
	}

	public static String sessionUpdated(Instant expiresAt) {
		ObjectNode event = (ObjectNode) MAPPER.readTree(sessionUpdated());
		((ObjectNode) event.get("session")).put("expires_at", expiresAt.getEpochSecond());
		return event.toString();
	}

	// The server leaves it to the client to say when somebody has spoken
	public static String turnDetectionOff(Instant expiresAt) {
		ObjectNode event = (ObjectNode) MAPPER.readTree(sessionUpdated(expiresAt));
		((ObjectNode) event.get("session")).putObject("audio").putObject("input").putNull("turn_detection");
		return event.toString();
	}

	public static String audioCommitted() {
		return event("input_audio_buffer.committed").put("item_id", "item_u").toString();
	}

	// The answer to conversation.item.create
	public static String itemAdded(JsonNode create) {
		ObjectNode event = event("conversation.item.added").putNull("previous_item_id");
		event.set("item", create.get("item"));
		return event.toString();
	}

	private static String session(String type, String instructions) {
		ObjectNode event = event(type);
		event.putObject("session")
			.put("type", "realtime")
			.put("id", "sess_1")
			.put("model", "gpt-realtime")
			.put("instructions", instructions);
		return event.toString();
	}

	public static String responseCreated(String id, @Nullable JsonNode metadata) {
		return response("response.created", id, "in_progress", metadata);
	}

	public static String responseDone(String id, @Nullable JsonNode metadata) {
		return responseDone(id, "completed", metadata);
	}

	public static String responseDone(String id, String status, @Nullable JsonNode metadata) {
		return response("response.done", id, status, metadata);
	}

	private static String response(String type, String id, String status, @Nullable JsonNode metadata) {
		ObjectNode event = event(type);
		event.putObject("response")
			.put("object", "realtime.response")
			.put("id", id)
			.put("status", status)
			.put("conversation_id", "conv_1")
			.set("metadata", (metadata != null) ? metadata : MAPPER.nullNode());
		return event.toString();
	}

	// A server that does not know metadata
	public static String bare(String text) {
		ObjectNode event = (ObjectNode) MAPPER.readTree(text);
		((ObjectNode) event.get("response")).remove("metadata");
		return event.toString();
	}

	// A response that stands beside the conversation
	public static String beside(String text) {
		ObjectNode event = (ObjectNode) MAPPER.readTree(text);
		((ObjectNode) event.get("response")).putNull("conversation_id");
		return event.toString();
	}

	public static String speechStarted() {
		return event("input_audio_buffer.speech_started").put("item_id", "item_u")
			.put("audio_start_ms", 100)
			.toString();
	}

	public static String speechStopped() {
		return event("input_audio_buffer.speech_stopped").put("item_id", "item_u").put("audio_end_ms", 900).toString();
	}

	public static String overlap(@Nullable String eventId) {
		return error("conversation_already_has_active_response",
				"Conversation already has an active response in progress: resp_1.", null, eventId);
	}

	public static String error(@Nullable String code, String message, @Nullable String param,
			@Nullable String eventId) {
		ObjectNode event = event("error");
		event.putObject("error")
			.put("type", "invalid_request_error")
			.put("code", code)
			.put("message", message)
			.put("param", param)
			.put("event_id", eventId);
		return event.toString();
	}

	public static String textDelta(String delta) {
		return event("response.output_text.delta").put("response_id", "resp_1")
			.put("item_id", "item_1")
			.put("output_index", 0)
			.put("content_index", 0)
			.put("delta", delta)
			.toString();
	}

	public static String audioDelta() {
		return event("response.output_audio.delta").put("response_id", "resp_1")
			.put("item_id", "item_1")
			.put("output_index", 0)
			.put("content_index", 0)
			.put("delta", "AAAA")
			.toString();
	}

	public static String userItem(String id, String text) {
		ObjectNode event = event("conversation.item.added").putNull("previous_item_id");
		ObjectNode item = event.putObject("item").put("id", id).put("type", "message").put("role", "user");
		item.putArray("content").addObject().put("type", "input_text").put("text", text);
		return event.toString();
	}

	// What a server tells of an item of a response: itself, and as one of the
	// conversation
	public static String[] outputItem(String responseId, String state, String item) {
		ObjectNode output = event("response.output_item." + state).put("response_id", responseId)
			.put("output_index", 0);
		output.set("item", MAPPER.readTree(item));
		ObjectNode ofConversation = event("conversation.item." + state).putNull("previous_item_id");
		ofConversation.set("item", MAPPER.readTree(item));
		return new String[] { output.toString(), ofConversation.toString() };
	}

	public static String spokenAnswer(String id, String status, String transcript) {
		ObjectNode item = MAPPER.createObjectNode().put("id", id).put("type", "message").put("role", "assistant");
		item.put("status", status)
			.putArray("content")
			.addObject()
			.put("type", "output_audio")
			.put("transcript", transcript);
		return item.toString();
	}

	public static String functionCall(String id, String callId) {
		return MAPPER.createObjectNode()
			.put("id", id)
			.put("type", "function_call")
			.put("status", "completed")
			.put("call_id", callId)
			.put("name", "book")
			.put("arguments", "{}")
			.toString();
	}

	public static JsonNode metadata(JsonNode request) {
		return request.path("response").path("metadata");
	}

	public static JsonNode json(String text) {
		return MAPPER.readTree(text);
	}

	public static ObjectNode event(String type) {
		return MAPPER.createObjectNode().put("type", type).put("event_id", "event_of_server");
	}

}
