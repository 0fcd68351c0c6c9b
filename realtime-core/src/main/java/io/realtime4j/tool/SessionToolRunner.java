package io.realtime4j.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.realtime4j.conversation.completion.ResponseScopes;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.McpApprovalRequest;
import io.realtime4j.model.item.McpListTools;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.store.RepeatedCalls;
import org.jspecify.annotations.Nullable;

/**
 * Hears of the calls of one session, on its control lane, and sees each of them to its
 * answer.
 */
final class SessionToolRunner implements SessionInterceptor {

	/**
	 * How many responses are remembered, so that a call that the server tells of late is
	 * known again.
	 */
	private static final int MAX_RESPONSES = 64;

	/**
	 * The id that stands for the responses of another node.
	 */
	private static final String REPEATED = "repeated";

	private final RealtimeSession session;

	private final ToolCallContext context;

	private final CurrentTools tools;

	private final SessionTools feature;

	private final Map<String, ResponseCalls> responses = new LinkedHashMap<>();

	private final ResponseScopes scopes = new ResponseScopes();

	private SessionToolRunner(RealtimeSession session, ToolCallContext context, CurrentTools tools) {
		this.session = session;
		this.context = context;
		this.tools = tools;
		this.feature = new SessionTools(tools, context.approvals(), context.dropped());
	}

	static SessionToolRunner attach(RealtimeSession session, RunnerSettings settings) {
		ToolSet.OfSession own = session.feature(ToolSet.OfSession.class);
		ToolSet.OfSession given = (own != null) ? own : new ToolSet.OfSession(settings.tools(), false);
		given.tools().requireCallableIn(RealtimeSession.class);
		ToolCallContext context = ToolCallContext.of(settings, session, new ConversationOutputs(session));
		return new SessionToolRunner(session, context, new CurrentTools(session, given.tools(), given.declared()));
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == SessionTools.class) ? type.cast(this.feature) : null;
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		if (event instanceof ResponseOutputItemDone done && done.responseId() != null) {
			take(responseOf(done.responseId()), done.item(), true);
		}
		else if (event instanceof ConversationItemAdded added) {
			serve(added.item());
		}
		else if (event instanceof ConversationItemCreated created) {
			serve(created.item());
		}
		else if (event instanceof ResponseCreated created) {
			onCreated(created.response());
		}
		else if (event instanceof ResponseDone done) {
			onDone(done.response());
		}
		else if (event instanceof ErrorEvent error) {
			this.context.answers().onError(error.error());
		}
		else if (event instanceof ConversationItemDone done && done.item() instanceof McpListTools list) {
			onListed(list);
		}
		else if (event instanceof SessionCreated) {
			// A new connection: what ran on the one before will never be done
			this.responses.values()
				.stream()
				.filter((response) -> !response.isDone())
				.forEach((response) -> finish(response, false));
		}
		return true;
	}

	@Override
	public @Nullable CompletionStage<?> work(String responseId) {
		ResponseCalls response = this.responses.get(responseId);
		return (response != null && response.isAnswered()) ? response.settled() : null;
	}

	@Override
	public void onCancelled(String responseId) {
		ResponseCalls response = this.responses.get(responseId);
		if (response != null) {
			response.silence();
			response.open().forEach(OpenCall::interrupt);
		}
	}

	private void onListed(McpListTools list) {
		this.context.events()
			.publish(new McpToolsListed(list.serverLabel(), (list.tools() != null) ? list.tools() : List.of()));
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionClosed) {
			List.copyOf(this.context.open()).forEach(OpenCall::end);
			this.context.answers().end();
		}
		else if (event instanceof SessionOpened) {
			repeat();
		}
		else if (event instanceof AnswerTimedOut timedOut && timedOut.responseId() != null) {
			// What it called is answered, though its end is not told
			ResponseCalls response = this.responses.get(timedOut.responseId());
			if (response != null && !response.isDone()) {
				finish(response, false);
			}
		}
	}

	// Calls of a node that did not live to answer them
	private void repeat() {
		RepeatedCalls repeated = this.session.feature(RepeatedCalls.class);
		List<FunctionCall> calls = (repeated != null) ? repeated.take() : List.of();
		if (!calls.isEmpty()) {
			ResponseCalls response = responseOf(REPEATED);
			calls.forEach((call) -> take(response, call, true));
			finish(response, false);
		}
	}

	private ResponseCalls responseOf(String id) {
		ResponseCalls response = this.responses.computeIfAbsent(id, (key) -> new ResponseCalls(key, this.tools.sets()));
		if (this.responses.size() > MAX_RESPONSES) {
			this.responses.remove(this.responses.keySet().iterator().next());
		}
		return response;
	}

	private void onCreated(Response response) {
		boolean ofConversation = this.scopes.isOfConversation(response);
		if (response.id() != null) {
			ResponseCalls calls = responseOf(response.id());
			if (!ofConversation) {
				calls.markBeside();
			}
		}
	}

	private void onDone(Response response) {
		if (response.id() == null) {
			return;
		}
		ResponseCalls calls = responseOf(response.id());
		if (response.output() != null) {
			response.output().forEach((item) -> serve(calls, item));
			response.output().forEach((item) -> take(calls, item, false));
		}
		finish(calls, ResponseStatus.CANCELLED.equals(response.status()));
	}

	private void finish(ResponseCalls response, boolean cancelled) {
		response.takeRefusals().forEach(Runnable::run);
		boolean due = response.done(cancelled);
		if (cancelled) {
			response.open().forEach(OpenCall::interrupt);
		}
		if (due) {
			this.context.answers().followUp(response::settle);
		}
		else {
			response.settle();
		}
	}

	// A server that has the output of a call answered it by itself
	private void serve(Item item) {
		if (item instanceof FunctionCallOutput output && output.callId() != null) {
			this.context.open().forEach((call) -> call.serve(output.callId()));
		}
	}

	private void serve(ResponseCalls response, Item item) {
		serve(item);
		if (item instanceof FunctionCallOutput output && output.callId() != null) {
			response.claim(output.callId());
		}
	}

	private void take(ResponseCalls response, Item item, boolean done) {
		serve(response, item);
		if (item instanceof FunctionCall call && call.callId() != null) {
			boolean whole = (call.status() != null) ? ItemStatus.COMPLETED.equals(call.status()) : done;
			take(response, call, call.callId(), whole);
		}
		else if (item instanceof McpApprovalRequest request && request.id() != null && response.claim(request.id())) {
			McpExecution execution = new McpExecution(this.context, response,
					new ToolApproval(this.session, request.id(), orEmpty(request.name()), request.serverLabel(),
							orEmpty(request.arguments()), this.context.settings().approvalTimeout()));
			open(response, execution);
			execution.begin();
		}
	}

	private void take(ResponseCalls response, FunctionCall item, String callId, boolean whole) {
		String name = orEmpty(item.name());
		CallableTool tool = find(response, name);
		if ((tool == null && isOfApplication(name)) || !response.claim(callId)) {
			return;
		}
		ToolCall call = new ToolCall(this.session, response.responseId(), item.id(), callId, name,
				orEmpty(item.arguments()), ToolArguments.none());
		FunctionExecution execution = new FunctionExecution(this.context, response, call);
		open(response, execution);
		if (tool == null) {
			ToolOutcome.Failure failure = whole ? new ToolOutcome.UnknownTool(this.tools.current().names())
					: new ToolOutcome.CutOff();
			response.refuseLater(() -> execution.refuse(failure));
		}
		else if (whole) {
			execution.begin(tool);
		}
		else {
			execution.refuse(new ToolOutcome.CutOff());
		}
	}

	private void open(ResponseCalls response, OpenCall call) {
		response.add(call);
		this.context.open().add(call);
	}

	private @Nullable CallableTool find(ResponseCalls response, String name) {
		return Stream.concat(response.tools().stream(), this.tools.sets().stream())
			.map((set) -> set.find(name))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	// A function that the session declares and that no set has is answered by somebody
	// else
	private boolean isOfApplication(String name) {
		return this.session.settings() instanceof RealtimeSessionSettings settings && settings.tools() != null
				&& settings.tools()
					.stream()
					.anyMatch((tool) -> tool instanceof FunctionTool function && name.equals(function.name()));
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
