package io.realtime4j.live.tool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.ResponseCreate;
import io.realtime4j.live.event.client.ResponseItemCreate;
import io.realtime4j.live.event.client.SessionCommentaryAppend;
import io.realtime4j.live.event.client.SessionThinkingAppend;
import io.realtime4j.live.model.response.FunctionCallOutput;
import io.realtime4j.live.model.response.TextOutput;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.store.OpenWork;
import io.realtime4j.model.item.Item;
import io.realtime4j.tool.ToolOutputPort;
import org.jspecify.annotations.Nullable;

/**
 * Outputs of the calls of delegated responses. A server takes all of a response or none:
 * they are kept until the last one is there. While there is no connection nothing is
 * sent, since the server that waits for the outputs may be another one after that: it is
 * told of them in words.
 */
final class DelegatedOutputs implements ToolOutputPort {

	private static final int MAX_BATCHES = 64;

	private static final String FORGOTTEN = "forgotten ";

	private static final String RESULT = "Before the connection was lost for a moment, the function %s was called."
			+ " It has returned: %s";

	private static final String ANSWER = "The conversation was interrupted for a moment while work was done for the"
			+ " user. Tell the user what came of it, without greeting again.";

	private final Map<String, Batch> batches = new LinkedHashMap<>();

	private final LiveSession session;

	private long forgotten;

	private boolean away;

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

	synchronized void onDisconnected() {
		this.away = true;
	}

	/**
	 * The server has begun anew, and knows no calls any more.
	 */
	synchronized void onOtherServer() {
		List<Batch> all = List.copyOf(this.batches.values());
		this.batches.clear();
		all.forEach((batch) -> {
			batch.forget();
			// Its responses may have the same ids
			this.batches.put(FORGOTTEN + this.forgotten++, batch);
		});
	}

	synchronized void onConnected() {
		this.away = false;
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
				.forEach((batch) -> batch.outputs.put(output.callId(), event));
		}
	}

	// Called by one thread at a time. What could not be sent stays, so that a second try
	// goes on where the first ended
	@Override
	public void followUp() {
		for (Batch batch = next(); batch != null; batch = next()) {
			for (LiveClientEvent event = head(batch); event != null; event = head(batch)) {
				this.session.send(event);
				sent(batch, event);
			}
		}
	}

	private synchronized @Nullable Batch next() {
		return this.away ? null
				: this.batches.values()
					.stream()
					.filter((batch) -> batch.complete && batch.open.isEmpty())
					.findFirst()
					.orElse(null);
	}

	// The connection may be lost, and another server begin, after any of them
	private synchronized @Nullable LiveClientEvent head(Batch batch) {
		return (this.away || !this.batches.containsValue(batch)) ? null : batch.due().peek();
	}

	private synchronized void sent(Batch batch, LiveClientEvent event) {
		batch.due().remove(event);
		if (batch.due().isEmpty() && this.batches.values().remove(batch)) {
			batch.calls.values().forEach((call) -> call.end(this.session));
		}
	}

	/**
	 * The outputs of one response.
	 */
	private static final class Batch {

		private final Map<String, OpenWork> calls = new LinkedHashMap<>();

		private final Set<String> open = new HashSet<>();

		private final Map<String, ResponseItemCreate> outputs = new LinkedHashMap<>();

		private @Nullable Deque<LiveClientEvent> due;

		private boolean complete;

		private boolean forgotten;

		void forget() {
			this.complete = true;
			this.forgotten = true;
			this.due = null;
		}

		Deque<LiveClientEvent> due() {
			Deque<LiveClientEvent> events = this.due;
			if (events == null) {
				events = this.forgotten ? words() : new ArrayDeque<>(this.outputs.values());
				events.add(this.forgotten ? SessionCommentaryAppend.of(ANSWER) : ResponseCreate.of());
				this.due = events;
			}
			return events;
		}

		private Deque<LiveClientEvent> words() {
			Deque<LiveClientEvent> words = new ArrayDeque<>();
			this.outputs.forEach((callId, output) -> {
				OpenWork call = this.calls.get(callId);
				String name = (call != null) ? String.valueOf(call.name()) : "";
				AppendPieces.of(RESULT.formatted(name, textOf(output)))
					.pieces()
					.forEach((piece) -> words.add(SessionThinkingAppend.of(piece)));
			});
			return words;
		}

		private static String textOf(ResponseItemCreate event) {
			return (event.item() instanceof FunctionCallOutput output && output.output() instanceof TextOutput text)
					? text.value() : "";
		}

	}

}
