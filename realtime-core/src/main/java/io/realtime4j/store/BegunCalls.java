package io.realtime4j.store;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Message;

/**
 * Calls of functions of which the store has only the beginning, because their node died
 * before it wrote the rest. The service knows the whole call, and its function may have
 * run.
 */
final class BegunCalls {

	private static final String NO_ARGUMENTS = "{}";

	private BegunCalls() {
	}

	/**
	 * End the calls that were being written when the conversation was lost. Those that
	 * somebody spoke after had been left before.
	 * @param items the items as they are stored, oldest first
	 * @return the same, in which these calls are complete
	 */
	static List<ItemSnapshot> end(List<ItemSnapshot> items) {
		List<ItemSnapshot> ended = new ArrayList<>(items);
		for (int i = items.size() - 1; i >= 0 && !(items.get(i).item() instanceof Message); i--) {
			ItemSnapshot snapshot = items.get(i);
			if (snapshot.item() instanceof FunctionCall call && isBegun(call)) {
				ended.set(i, new ItemSnapshot(whole(call), snapshot.marks(), snapshot.wholeText()));
			}
		}
		return List.copyOf(ended);
	}

	private static boolean isBegun(FunctionCall call) {
		return call.callId() != null && call.name() != null && ItemStatus.IN_PROGRESS.equals(call.status());
	}

	// Arguments are empty while they stream
	private static FunctionCall whole(FunctionCall call) {
		String arguments = call.arguments();
		return new FunctionCall(call.id(), call.object(), ItemStatus.COMPLETED, call.callId(), call.name(),
				(arguments == null || arguments.isBlank()) ? NO_ARGUMENTS : arguments, call.extra());
	}

}
