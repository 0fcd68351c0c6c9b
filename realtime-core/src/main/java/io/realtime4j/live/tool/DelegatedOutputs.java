package io.realtime4j.live.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.live.event.client.ResponseCreate;
import io.realtime4j.live.event.client.ResponseItemCreate;
import io.realtime4j.live.model.response.FunctionCallOutput;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.store.OpenWork;
import io.realtime4j.model.item.Item;
import io.realtime4j.tool.ToolOutputPort;
import org.jspecify.annotations.Nullable;

/**
 * Outputs of the calls of delegated responses. A server takes all of a response or none:
 * they are kept until the last one is there.
 */
final class DelegatedOutputs implements ToolOutputPort {

	private static final int MAX_BATCHES = 64;

	private final Map<String, Batch> batches = new LinkedHashMap<>();

	private final LiveSession session;

	DelegatedOutputs(LiveSession session) {
		this.session = session;
	}

	/**
	 * Expect the output of a call.
	 */
	synchronized void expect(OpenWork call) {
		Batch batch = this.batches.computeIfAbsent(String.valueOf(call.response()), (key) -> new Batch());
		if (batch.calls.putIfAbsent(call.id(), call) == null) {
			batch.open.add(call.id());
			call.begin(this.session);
		}
		if (this.batches.size() > MAX_BATCHES) {
			drop(this.batches.keySet().iterator().next());
		}
	}

	synchronized void complete(String response) {
		Batch batch = this.batches.get(response);
		if (batch != null) {
			batch.complete = true;
		}
	}

	/**
	 * Expect no outputs of a response any more: the server does not wait for them.
	 */
	synchronized void drop(String response) {
		Batch batch = this.batches.remove(response);
		if (batch != null) {
			batch.calls.values().forEach((call) -> call.end(this.session));
		}
	}

	/**
	 * Expect no outputs any more: the server does not wait for them.
	 */
	synchronized void drop() {
		List.copyOf(this.batches.keySet()).forEach(this::drop);
	}

	/**
	 * Send no outputs any more. Whoever goes on with the conversation may have to.
	 */
	synchronized void clear() {
		this.batches.clear();
	}

	@Override
	public synchronized void send(Item item, @Nullable String eventId) {
		if (item instanceof io.realtime4j.model.item.FunctionCallOutput output && output.callId() != null) {
			ResponseItemCreate event = new ResponseItemCreate(eventId,
					FunctionCallOutput.of(output.callId(), (output.output() != null) ? output.output() : ""));
			this.batches.values()
				.stream()
				.filter((batch) -> batch.open.remove(output.callId()))
				.forEach((batch) -> batch.events.add(event));
		}
	}

	// Called by one thread at a time. What could not be sent stays, so that a second try
	// goes on where the first ended
	@Override
	public void followUp() {
		for (Batch batch = next(); batch != null; batch = next()) {
			while (!batch.events.isEmpty()) {
				this.session.send(batch.events.get(0));
				batch.events.remove(0);
			}
			this.session.send(ResponseCreate.of());
			remove(batch);
		}
	}

	private synchronized @Nullable Batch next() {
		return this.batches.values()
			.stream()
			.filter((batch) -> batch.complete && batch.open.isEmpty())
			.findFirst()
			.orElse(null);
	}

	private synchronized void remove(Batch batch) {
		this.batches.values().remove(batch);
		batch.calls.values().forEach((call) -> call.end(this.session));
	}

	/**
	 * The outputs of one response.
	 */
	private static final class Batch {

		private final Map<String, OpenWork> calls = new LinkedHashMap<>();

		private final Set<String> open = new HashSet<>();

		private final List<ResponseItemCreate> events = new ArrayList<>();

		private boolean complete;

	}

}
