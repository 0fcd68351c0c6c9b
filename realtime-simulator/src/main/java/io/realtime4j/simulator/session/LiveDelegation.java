package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ModelTurn;
import io.realtime4j.simulator.model.ReplyEnd;
import io.realtime4j.simulator.model.ReplyPart;
import io.realtime4j.simulator.settings.ServedLiveSettings;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The work that a live session delegates, and the calls that wait for their outputs.
 */
final class LiveDelegation {

	private static final String RESPONSES = "responses";

	private final EventSink events;

	private final ServedLiveSettings settings;

	private final LiveDecisions decisions;

	private final Set<String> known = new HashSet<>();

	private final Map<String, @Nullable String> outputs = new LinkedHashMap<>();

	LiveDelegation(EventSink events, ServedLiveSettings settings, LiveDecisions decisions) {
		this.events = events;
		this.settings = settings;
		this.decisions = decisions;
	}

	/**
	 * Refuse what belongs to a delegation that does not exist.
	 * @param delegationId the id of the delegation, or {@code null} for none
	 */
	void require(@Nullable String delegationId) {
		if (delegationId != null && !this.known.contains(delegationId)) {
			throw new ProtocolException("invalid_value", "There is no such delegation.", "delegation_id");
		}
	}

	/**
	 * Delegate the calls of a reply. To the application it is not told what they are,
	 * where there are questions these are answered, and where nobody does any work the
	 * calls are not made.
	 * @param reply the reply
	 * @param now the time of the session
	 * @return the calls as turns of the conversation
	 */
	List<ModelTurn> delegate(ModelReply reply, long now) {
		List<ReplyPart.Call> calls = reply.parts()
			.stream()
			.filter(ReplyPart.Call.class::isInstance)
			.map(ReplyPart.Call.class::cast)
			.toList();
		if (calls.isEmpty() || ServedLiveSettings.NOBODY.equals(this.settings.delegation())) {
			return List.of();
		}
		String id = this.events.ids().next("dlg");
		this.known.add(id);
		ObjectNode created = this.events.event("session.delegation.created");
		ObjectNode delegation = created.putObject("delegation")
			.put("id", id)
			.put("type", "delegation")
			.put("target", this.settings.delegation());
		boolean responses = RESPONSES.equals(this.settings.delegation());
		String responseId = this.events.ids().next("resp");
		if (responses) {
			delegation.put("response_id", responseId);
		}
		this.events.send(created.put("offset_ms", now));
		if ("decisions".equals(this.settings.delegation())) {
			this.decisions.delegated(id);
		}
		return responses ? respond(id, responseId, calls, reply.end()) : List.of();
	}

	private List<ModelTurn> respond(String id, String responseId, List<ReplyPart.Call> calls, ReplyEnd end) {
		boolean completed = "completed".equals(end.status());
		List<ModelTurn> turns = new ArrayList<>();
		send(id, response("response.created", responseId, "in_progress"));
		for (int i = 0; i < calls.size(); i++) {
			ReplyPart.Call call = calls.get(i);
			String callId = (call.callId() != null) ? call.callId() : this.events.ids().nextCall();
			ObjectNode done = Json.object().put("type", "response.output_item.done").put("output_index", i);
			done.putObject("item")
				.put("type", "function_call")
				.put("id", this.events.ids().next("fc"))
				.put("call_id", callId)
				.put("name", call.name())
				.put("arguments", call.arguments())
				.put("status", "completed");
			send(id, done);
			if (completed) {
				this.outputs.put(callId, null);
				turns.add(new ModelTurn(ModelTurn.Role.TOOL_CALL, call.arguments(), call.name(), Duration.ZERO));
			}
		}
		send(id, response("response." + end.status(), responseId, end.status()));
		return turns;
	}

	private static ObjectNode response(String type, String id, String status) {
		ObjectNode event = Json.object().put("type", type);
		event.putObject("response").put("id", id).put("status", status).putArray("output");
		return event;
	}

	private void send(String id, ObjectNode nested) {
		ObjectNode event = this.events.event("response.event").put("delegation_id", id);
		event.set("event", nested);
		this.events.send(event);
	}

	/**
	 * Take the output of a call.
	 * @param event the event
	 */
	void take(ObjectNode event) {
		requireResponses("response.item.create");
		ObjectNode item = Arguments.object(event, "item");
		String type = Arguments.eventType(item);
		if (!"function_call_output".equals(type)) {
			throw ProtocolErrors.unsupported("item.type", type, List.of("function_call_output"));
		}
		String callId = Arguments.string(item, "call_id");
		if (!this.outputs.containsKey(callId) || this.outputs.get(callId) != null) {
			throw new ProtocolException("invalid_value",
					"No tool call with the id '" + callId + "' waits for its output.", "item.call_id");
		}
		this.outputs.put(callId,
				item.path("output").isString() ? item.path("output").stringValue() : item.path("output").toString());
	}

	/**
	 * Go on with the outputs of all calls.
	 * @return the outputs as turns of the conversation
	 */
	List<ModelTurn> proceed() {
		requireResponses("response.create");
		if (this.outputs.isEmpty() || this.outputs.containsValue(null)) {
			throw new ProtocolException("invalid_request",
					"A response can be created when every tool call of the last one has its output.", "type");
		}
		List<ModelTurn> turns = this.outputs.values()
			.stream()
			.map((output) -> new ModelTurn(ModelTurn.Role.TOOL_OUTPUT, String.valueOf(output), "", Duration.ZERO))
			.toList();
		this.outputs.clear();
		return turns;
	}

	private void requireResponses(String type) {
		if (!RESPONSES.equals(this.settings.delegation())) {
			throw new ProtocolException(null, "'" + type + "' requires Responses delegation.", "type");
		}
	}

}
