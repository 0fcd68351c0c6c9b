package io.realtime4j.tool;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What servers say when the model calls tools, as text.
 */
final class ToolWire {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private ToolWire() {
	}

	static String responseCreated(String id) {
		return response("response.created", id, "in_progress", "conv_1");
	}

	static String responseCreatedBeside(String id) {
		return response("response.created", id, "in_progress", null);
	}

	static String responseDone(String id, String status, JsonNode... output) {
		ObjectNode event = (ObjectNode) MAPPER.readTree(response("response.done", id, status, "conv_1"));
		for (JsonNode item : output) {
			((ObjectNode) event.get("response")).withArray("output").add(item);
		}
		return event.toString();
	}

	private static String response(String type, String id, String status, @Nullable String conversationId) {
		ObjectNode event = event(type);
		ObjectNode response = event.putObject("response");
		response.put("id", id).put("status", status).put("conversation_id", conversationId).putArray("output");
		return event.toString();
	}

	static ObjectNode call(String callId, String name, String arguments, @Nullable String status) {
		return MAPPER.createObjectNode()
			.put("id", "item_" + callId)
			.put("type", "function_call")
			.put("status", status)
			.put("call_id", callId)
			.put("name", name)
			.put("arguments", arguments);
	}

	static String callDone(String responseId, String callId, String name, String arguments, @Nullable String status) {
		return itemDone(responseId, call(callId, name, arguments, status));
	}

	static String[] itemSaid(String responseId, int index, ObjectNode item) {
		return Stream.of(output("done", responseId, index, item), item("done", item))
			.map(Object::toString)
			.toArray(String[]::new);
	}

	static String[] callSaid(String responseId, int index, ObjectNode call) {
		ObjectNode begun = call.deepCopy().put("status", "in_progress").put("arguments", "");
		ObjectNode arguments = event("response.function_call_arguments.done").put("response_id", responseId)
			.put("output_index", index)
			.put("item_id", call.path("id").asString())
			.put("call_id", call.path("call_id").asString())
			.put("name", call.path("name").asString())
			.put("arguments", call.path("arguments").asString());
		return Stream
			.of(output("added", responseId, index, begun), item("added", begun), arguments,
					output("done", responseId, index, call), item("done", call))
			.map(Object::toString)
			.toArray(String[]::new);
	}

	private static JsonNode output(String state, String responseId, int index, JsonNode item) {
		return event("response.output_item." + state).put("response_id", responseId)
			.put("output_index", index)
			.set("item", item);
	}

	private static JsonNode item(String state, JsonNode item) {
		return event("conversation.item." + state).putNull("previous_item_id").set("item", item);
	}

	static String text(String responseId, String delta) {
		return event("response.output_text.delta").put("response_id", responseId)
			.put("item_id", "item_of_" + responseId)
			.put("output_index", 0)
			.put("content_index", 0)
			.put("delta", delta)
			.toString();
	}

	static String approvalRequest(String responseId, String id) {
		return itemDone(responseId,
				MAPPER.createObjectNode()
					.put("id", id)
					.put("type", "mcp_approval_request")
					.put("server_label", "docs")
					.put("name", "search")
					.put("arguments", "{\"q\":\"x\"}"));
	}

	private static String itemDone(String responseId, JsonNode item) {
		return event("response.output_item.done").put("response_id", responseId)
			.put("output_index", 0)
			.set("item", item)
			.toString();
	}

	static String toolsListed() {
		ObjectNode event = event("conversation.item.done").putNull("previous_item_id");
		event.putObject("item")
			.put("id", "item_l")
			.put("type", "mcp_list_tools")
			.put("server_label", "docs")
			.putArray("tools")
			.addObject()
			.put("name", "search");
		return event.toString();
	}

	static String sessionUpdated(JsonNode tools) {
		ObjectNode event = event("session.updated");
		event.putObject("session").put("type", "realtime").set("tools", tools);
		return event.toString();
	}

	static String refused(String eventId) {
		ObjectNode event = event("error");
		event.putObject("error").put("type", "invalid_request_error").put("message", "no").put("event_id", eventId);
		return event.toString();
	}

	static ObjectNode event(String type) {
		return MAPPER.createObjectNode().put("type", type).put("event_id", "event_of_server");
	}

}
