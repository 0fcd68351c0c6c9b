package io.realtime4j.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Internal entry to the runner for calls that are not items of a conversation, such as
 * those of work that a live session has delegated. They run as all others do; when the
 * last one of a response is answered and the response is complete, the model goes on in
 * any case. Called on the control lane of the session.
 *
 * @since 0.1.0
 */
public final class DelegatedCalls {

	/**
	 * How many responses are remembered, so that a call that is told of late is known
	 * again.
	 */
	private static final int MAX_RESPONSES = 64;

	private final Map<String, ResponseCalls> responses = new LinkedHashMap<>();

	private final VoiceSession session;

	private final ToolCallContext context;

	private final ToolSet tools;

	DelegatedCalls(VoiceSession session, ToolCallContext context, ToolSet tools) {
		this.session = session;
		this.context = context;
		this.tools = tools;
	}

	/**
	 * The model calls a function.
	 * @param responseId the id of the response that calls
	 * @param itemId the id of the item of the call, or {@code null} if it has none
	 * @param callId the id that its output has to name
	 * @param name the name of the function
	 * @param arguments the arguments as the model wrote them
	 * @return whether the call is a new one
	 */
	public boolean onCall(String responseId, @Nullable String itemId, String callId, String name, String arguments) {
		ResponseCalls response = responseOf(responseId);
		if (!response.claim(callId)) {
			return false;
		}
		FunctionExecution execution = new FunctionExecution(this.context, response,
				new ToolCall(this.session, responseId, itemId, callId, name, arguments, ToolArguments.none()));
		response.add(execution);
		this.context.open().add(execution);
		CallableTool tool = this.tools.find(name);
		if (tool != null) {
			execution.begin(tool);
		}
		else {
			execution.refuse(new ToolOutcome.UnknownTool(this.tools.names()));
		}
		return true;
	}

	private ResponseCalls responseOf(String id) {
		ResponseCalls response = this.responses.computeIfAbsent(id, (key) -> {
			ResponseCalls calls = new ResponseCalls(key, List.of(this.tools));
			calls.markWanted();
			return calls;
		});
		if (this.responses.size() > MAX_RESPONSES) {
			this.responses.remove(this.responses.keySet().iterator().next());
		}
		return response;
	}

	/**
	 * A response has ended.
	 * @param responseId the id of the response
	 * @param failed whether nobody waits for what it called
	 */
	public void onDone(String responseId, boolean failed) {
		ResponseCalls response = this.responses.get(responseId);
		if (response == null || response.isDone()) {
			return;
		}
		if (failed) {
			response.silence();
		}
		boolean due = response.done(failed);
		if (failed) {
			response.open().forEach(OpenCall::interrupt);
		}
		if (due) {
			this.context.answers().followUp(response::settle);
		}
		else {
			response.settle();
		}
	}

	/**
	 * The server told of an error, which may refuse an output.
	 * @param error the error
	 */
	public void onError(RealtimeError error) {
		this.context.answers().onError(error);
	}

	/**
	 * The server has begun anew, and its responses may have the same ids. Calls that are
	 * open go on.
	 */
	public void forget() {
		this.responses.clear();
	}

	/**
	 * Send what waited for the connection.
	 */
	public void resume() {
		this.context.answers().followUp(() -> {
		});
	}

	/**
	 * The session has ended.
	 */
	public void end() {
		List.copyOf(this.context.open()).forEach(OpenCall::end);
		this.context.answers().end();
	}

	/**
	 * Return the tools.
	 * @return the tools
	 */
	public ToolSet tools() {
		return this.tools;
	}

	/**
	 * Return the calls that wait for the application's approval.
	 * @return a copy, in no order
	 */
	public List<ToolApproval> pendingApprovals() {
		return this.context.approvals().pending();
	}

}
