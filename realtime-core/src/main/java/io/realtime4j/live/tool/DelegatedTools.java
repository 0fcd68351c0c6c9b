package io.realtime4j.live.tool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.live.event.server.ErrorEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.ResponseEvent;
import io.realtime4j.live.event.server.SessionStarted;
import io.realtime4j.live.model.LiveError;
import io.realtime4j.live.model.response.FunctionCall;
import io.realtime4j.live.model.response.NestedOutputItemDone;
import io.realtime4j.live.model.response.NestedResponseCompleted;
import io.realtime4j.live.model.response.NestedResponseCreated;
import io.realtime4j.live.model.response.NestedResponseFailed;
import io.realtime4j.live.model.response.NestedResponseIncomplete;
import io.realtime4j.live.model.response.ResponseStreamEvent;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.store.OpenWork;
import io.realtime4j.live.store.RepeatedWork;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.tool.DelegatedCalls;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the calls of one live session from the events of its delegated responses.
 * Calls come as items, since the output of a response that is complete is empty.
 */
final class DelegatedTools implements LiveInterceptor {

	private static final int MAX_DELEGATIONS = 64;

	private final Map<String, String> running = new HashMap<>();

	private final LiveSession session;

	private final DelegatedOutputs outputs;

	private final DelegatedCalls calls;

	DelegatedTools(LiveSession session, ToolRunner runner) {
		this.session = session;
		this.outputs = new DelegatedOutputs(session);
		this.calls = runner.delegatedCalls(session, session.feature(ToolSet.class), this.outputs);
		this.calls.tools().requireCallableIn(LiveSession.class);
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == DelegatedCalls.class) ? type.cast(this.calls) : null;
	}

	@Override
	public void onEvent(LiveServerEvent event) {
		if (event instanceof ResponseEvent response) {
			onResponse(response.event(), String.valueOf(response.delegationId()));
		}
		else if (event instanceof SessionStarted) {
			endRunning();
			this.outputs.onOtherServer();
			this.calls.forget();
		}
		else if (event instanceof ErrorEvent error) {
			LiveError said = error.error();
			this.calls.onError(new RealtimeError(said.type(), said.code(), said.message(), said.param(),
					(said.clientEventId() != null) ? said.clientEventId() : error.clientEventId()));
		}
	}

	private void onResponse(ResponseStreamEvent event, String delegation) {
		if (event instanceof NestedResponseCreated created) {
			begin(delegation, (created.response().id() != null) ? created.response().id() : delegation);
		}
		else if (event instanceof NestedOutputItemDone done && done.item() instanceof FunctionCall call) {
			onCall(call, this.running.getOrDefault(delegation, delegation));
		}
		else if (event instanceof NestedResponseCompleted) {
			end(delegation, false);
		}
		else if (event instanceof NestedResponseFailed || event instanceof NestedResponseIncomplete) {
			end(delegation, true);
		}
	}

	private void begin(String delegation, String response) {
		this.running.put(delegation, response);
		if (this.running.size() > MAX_DELEGATIONS) {
			end(this.running.keySet().iterator().next(), true);
		}
	}

	private void onCall(FunctionCall call, String response) {
		boolean whole = call.status() == null || ItemStatus.COMPLETED.equals(call.status());
		if (whole && call.callId() != null && !this.calls.tools().names().isEmpty()) {
			String name = (call.name() != null) ? call.name() : "";
			String arguments = (call.arguments() != null) ? call.arguments() : "";
			this.outputs.expect(OpenWork.ofCall(call.callId(), response, name, arguments));
			this.calls.onCall(response, call.id(), call.callId(), name, arguments);
		}
	}

	private void end(String delegation, boolean failed) {
		String running = this.running.remove(delegation);
		String response = (running != null) ? running : delegation;
		if (failed) {
			this.outputs.drop(response);
		}
		else {
			this.outputs.complete(response);
		}
		this.calls.onDone(response, failed);
	}

	// Nobody tells of the end of what ran before: it came meanwhile, or never will
	private void endRunning() {
		List.copyOf(this.running.keySet()).forEach((delegation) -> end(delegation, false));
	}

	// Calls of a node that did not live to answer them
	private void repeat() {
		RepeatedWork repeated = this.session.feature(RepeatedWork.class);
		if (repeated == null) {
			return;
		}
		for (RepeatedWork.Response response : repeated.take()) {
			response.calls().forEach(this.outputs::expect);
			response.outputs().keySet().forEach(this.outputs::expect);
			response.outputs()
				.forEach((call, output) -> this.outputs
					.send(io.realtime4j.model.item.FunctionCallOutput.of(call.id(), output), null));
			if (repeated.isSameServer()) {
				this.outputs.complete(response.id());
			}
			else {
				this.outputs.onOtherServer();
			}
			response.calls()
				.forEach((call) -> this.calls.onCall(response.id(), null, call.id(), String.valueOf(call.name()),
						String.valueOf(call.arguments())));
			this.calls.onDone(response.id(), false);
		}
		if (!repeated.isSameServer()) {
			this.calls.forget();
		}
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionReconnecting) {
			this.outputs.onDisconnected();
		}
		else if (event instanceof SessionOpened) {
			repeat();
		}
		else if (event instanceof SessionReconnected) {
			endRunning();
			this.outputs.onConnected();
			this.calls.resume();
		}
		else if (event instanceof SessionClosed) {
			this.calls.end();
			this.outputs.clear();
		}
	}

}
