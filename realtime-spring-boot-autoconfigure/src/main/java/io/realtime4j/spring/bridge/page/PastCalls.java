package io.realtime4j.spring.bridge.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Last calls of tools, for a page that is loaded anew. Not thread-safe.
 */
final class PastCalls {

	/**
	 * State of a call that nobody has decided about.
	 */
	static final String WAITING = "waiting";

	/**
	 * State of a call that was not allowed.
	 */
	static final String REFUSED = "refused";

	private static final int MAX_CALLS = 32;

	private static final int MAX_TEXT = 1000;

	private final Map<String, Call> calls = new LinkedHashMap<>();

	/**
	 * Note what has become of a call.
	 * @param callId the id of the call
	 * @param name the name of the tool
	 * @param state what has become of it; what was refused remains so
	 * @param arguments the arguments as JSON text, or {@code null} if pages are not told
	 * @param after the id of the last message, or {@code null} if there is none
	 */
	void note(String callId, String name, String state, @Nullable String arguments, @Nullable String after) {
		String shown = (arguments != null && arguments.length() <= MAX_TEXT) ? arguments : null;
		Call before = this.calls.get(callId);
		Call call = (before != null) ? before.with(state, shown) : new Call(callId, name, state, shown, null, after);
		this.calls.put(callId, call);
		if (this.calls.size() > MAX_CALLS) {
			this.calls.remove(this.calls.keySet().iterator().next());
		}
	}

	/**
	 * Note what a tool has answered.
	 * @param callId the id of the call
	 * @param output the output
	 */
	void output(String callId, String output) {
		String shown = (output.length() <= MAX_TEXT) ? output : output.substring(0, MAX_TEXT) + "…";
		this.calls.computeIfPresent(callId, (same, call) -> call.with(shown));
	}

	/**
	 * Return the calls.
	 * @return the calls, oldest first
	 */
	List<Call> all() {
		return new ArrayList<>(this.calls.values());
	}

	/**
	 * A call of a tool.
	 *
	 * @param callId the id of the call
	 * @param name the name of the tool
	 * @param state what has become of it
	 * @param arguments the arguments as JSON text, or {@code null} if the page is not
	 * told
	 * @param output the output, or {@code null} if there is none or the page is not told
	 * @param after the id of the message before it, or {@code null} if there is none
	 */
	record Call(String callId, String name, String state, @Nullable String arguments, @Nullable String output,
			@Nullable String after) {

		Call with(String newState, @Nullable String newArguments) {
			return new Call(this.callId, this.name, REFUSED.equals(this.state) ? REFUSED : newState,
					(newArguments != null) ? newArguments : this.arguments, this.output, this.after);
		}

		Call with(String newOutput) {
			return new Call(this.callId, this.name, this.state, this.arguments, newOutput, this.after);
		}

	}

}
