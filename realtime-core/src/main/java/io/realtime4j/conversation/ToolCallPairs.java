package io.realtime4j.conversation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Message;

/**
 * Which function calls and outputs belong together.
 *
 * @param outputs the first output behind each call, by the id of the call
 * @param open the ids of calls without an output that nobody spoke after
 */
record ToolCallPairs(Map<String, FunctionCallOutput> outputs, Set<String> open) {

	static ToolCallPairs of(List<? extends Item> items) {
		Map<String, FunctionCallOutput> outputs = new HashMap<>();
		Set<String> open = new HashSet<>();
		Set<String> unanswered = new HashSet<>();
		for (Item item : items) {
			if (item instanceof Message) {
				open.clear();
			}
			else if (isWhole(item)) {
				open.add(((FunctionCall) item).callId());
				unanswered.add(((FunctionCall) item).callId());
			}
			else if (item instanceof FunctionCallOutput output && unanswered.remove(output.callId())) {
				outputs.put(output.callId(), output);
				open.remove(output.callId());
			}
		}
		return new ToolCallPairs(outputs, open);
	}

	boolean restores(FunctionCall call) {
		return isWhole(call) && (this.outputs.containsKey(call.callId()) || this.open.contains(call.callId()));
	}

	/**
	 * Return whether this output is restored: of several equal outputs only the first is.
	 */
	@SuppressWarnings("ReferenceEquality")
	boolean restores(FunctionCallOutput output) {
		return output.callId() != null && output.output() != null && this.outputs.get(output.callId()) == output;
	}

	static boolean isWhole(Item item) {
		return item instanceof FunctionCall call && call.callId() != null && call.name() != null
				&& call.arguments() != null && (call.status() == null || ItemStatus.COMPLETED.equals(call.status()));
	}

}
