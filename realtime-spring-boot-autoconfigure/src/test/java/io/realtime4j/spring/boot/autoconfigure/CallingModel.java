package io.realtime4j.spring.boot.autoconfigure;

import java.util.List;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.awaitility.Awaitility.await;

/**
 * A model that calls tools, on the other side of a scripted transport.
 */
class CallingModel {

	private final ScriptedTransport transport;

	CallingModel(ScriptedTransport transport) {
		this.transport = transport;
	}

	List<String> declared(RealtimeSession session) {
		opened(session);
		return sent("session.update").get(0)
			.at("/session/tools")
			.valueStream()
			.map((tool) -> tool.path("name").asString())
			.toList();
	}

	RealtimeSession opened(RealtimeSession session) {
		await().until(() -> session.state() == SessionState.OPEN);
		return session;
	}

	List<JsonNode> sent(String type) {
		return this.transport.connection()
			.sent()
			.stream()
			.map((text) -> JsonMapper.shared().readTree(text))
			.filter((event) -> type.equals(event.path("type").asString()))
			.toList();
	}

	// Let the model call a tool, and wait for its output
	String answer(String name, String arguments) {
		String call = "call_" + sent("conversation.item.create").size();
		ObjectNode done = JsonMapper.shared()
			.createObjectNode()
			.put("type", "response.output_item.done")
			.put("response_id", "resp_" + call)
			.put("output_index", 0);
		done.putObject("item")
			.put("type", "function_call")
			.put("call_id", call)
			.put("name", name)
			.put("arguments", arguments);
		this.transport.connection().receive(done.toString());
		this.transport.connection()
			.receive("{\"type\":\"response.done\",\"response\":{\"id\":\"resp_" + call
					+ "\",\"status\":\"completed\",\"output\":[]}}");
		await().until(() -> output(call) != null);
		return String.valueOf(output(call));
	}

	private @Nullable String output(String call) {
		return sent("conversation.item.create").stream()
			.filter((event) -> call.equals(event.at("/item/call_id").asString()))
			.map((event) -> event.at("/item/output").asString())
			.findFirst()
			.orElse(null);
	}

}
