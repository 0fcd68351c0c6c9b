package io.realtime4j.simulator.response;

import java.util.Iterator;

import io.realtime4j.simulator.model.ReplyPart;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of a function, its arguments streamed.
 */
final class CallOutput extends OutputItem {

	private static final double TOKEN_MILLIS = 20;

	private final Iterator<String> tokens;

	private final StringBuilder streamed = new StringBuilder();

	private int count;

	CallOutput(Stage stage, OutputSlot slot, ReplyPart.Call call) {
		super(stage, slot, json(stage, call));
		this.tokens = Tokens.of(call.arguments()).iterator();
	}

	@Override
	int textTokens() {
		return this.count;
	}

	@Override
	Advance begin() {
		return Advance.after(stage().paced(TOKEN_MILLIS));
	}

	@Override
	Advance step() {
		if (this.tokens.hasNext()) {
			String token = this.tokens.next();
			this.streamed.append(token);
			this.count++;
			events().sendDelta(callEvent("response.function_call_arguments.delta"), token);
			return Advance.after(stage().paced(TOKEN_MILLIS));
		}
		finish(slot().endStatus());
		return Advance.complete();
	}

	@Override
	void finish(String status) {
		String arguments = this.streamed.toString();
		item().json().put("arguments", arguments);
		events().send(callEvent("response.function_call_arguments.done").put("name", Json.text(item().json(), "name"))
			.put("arguments", arguments));
		conclude(status);
	}

	private ObjectNode callEvent(String type) {
		return event(type).put("call_id", Json.text(item().json(), "call_id"));
	}

	private static ObjectNode json(Stage stage, ReplyPart.Call call) {
		String callId = call.callId();
		return Json.object()
			.put("id", stage.events().ids().next("item"))
			.put("type", "function_call")
			.put("status", "in_progress")
			.put("name", call.name())
			.put("call_id", (callId != null) ? callId : stage.events().ids().nextCall())
			.put("arguments", "");
	}

}
