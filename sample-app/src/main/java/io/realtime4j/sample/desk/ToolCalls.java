package io.realtime4j.sample.desk;

import java.util.List;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.event.RealtimeEvent;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Answers the calls of the model: all those of a response, then asks the model to go on.
 */
@Component
class ToolCalls {

	private final DeskTools tools;

	ToolCalls(DeskTools tools) {
		this.tools = tools;
	}

	@EventListener
	void on(RealtimeEvent<ResponseDone> event) {
		List<FunctionCall> calls = calls(event.getPayload().response());
		if (!calls.isEmpty()) {
			RealtimeSession session = event.session();
			calls.forEach((call) -> session.send(ConversationItemCreate.of(answer(call))));
			session.respond();
		}
	}

	/**
	 * Return the calls of a response that shall be carried out: none if it was cut off.
	 * @param response the response
	 * @return the calls
	 */
	private static List<FunctionCall> calls(Response response) {
		if (response.output() == null || !ResponseStatus.COMPLETED.equals(response.status())) {
			return List.of();
		}
		return response.output()
			.stream()
			.filter(FunctionCall.class::isInstance)
			.map(FunctionCall.class::cast)
			.filter((call) -> call.callId() != null)
			.toList();
	}

	private FunctionCallOutput answer(FunctionCall call) {
		return FunctionCallOutput.of(String.valueOf(call.callId()), this.tools.call(call));
	}

}
