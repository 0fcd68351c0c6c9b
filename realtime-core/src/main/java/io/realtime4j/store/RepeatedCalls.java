package io.realtime4j.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.realtime4j.model.item.FunctionCall;

/**
 * Feature of a session that goes on with a conversation: calls of functions that are to
 * run again, once. The runner of tools takes them.
 *
 * @since 0.1.0
 */
public final class RepeatedCalls {

	private final AtomicReference<List<FunctionCall>> calls;

	RepeatedCalls(List<FunctionCall> calls) {
		this.calls = new AtomicReference<>(List.copyOf(calls));
	}

	/**
	 * Take the calls.
	 * @return the calls, or none if they were taken before
	 */
	public List<FunctionCall> take() {
		return this.calls.getAndSet(List.of());
	}

}
