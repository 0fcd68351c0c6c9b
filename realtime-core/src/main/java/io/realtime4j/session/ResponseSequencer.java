package io.realtime4j.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputItemAdded;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.response.Response;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a {@code response.create} may go and which response belongs to which
 * request. In the conversation one response runs at a time: a request waits for the end
 * of the one before it, whoever asked for that. Requests outside the conversation go at
 * once.
 * <p>
 * A request is known again by its metadata, which the server repeats. Not thread-safe:
 * the session calls it under its lock.
 */
final class ResponseSequencer {

	private static final String OVERLAP = "conversation_already_has_active_response";

	private final Deque<ResponseRequest> waiting = new ArrayDeque<>();

	/**
	 * Requests that were sent, by the ids of their events, until the server took them.
	 */
	private final Map<String, ResponseRequest> sent = new LinkedHashMap<>();

	/**
	 * Requests whose responses run, by the ids of the responses.
	 */
	private final Map<String, ResponseRequest> running = new LinkedHashMap<>();

	private final Consumer<ResponseCreate> sender;

	private final Consumer<Runnable> completer;

	private final SpokenTurns turns;

	private @Nullable String activeResponse;

	private boolean blocked;

	private boolean metadataRepeated;

	private boolean stopped;

	/**
	 * Create a sequencer.
	 * @param sender sends a request
	 * @param completer runs what completes a future
	 * @param turns knows of answers that nobody asked for
	 */
	ResponseSequencer(Consumer<ResponseCreate> sender, Consumer<Runnable> completer, SpokenTurns turns) {
		this.sender = sender;
		this.completer = completer;
		this.turns = turns;
	}

	CompletableFuture<ResponseDone> request(ResponseCreate event) {
		ResponseRequest request = ResponseRequest.of(event);
		if (request.isOutOfBand()) {
			send(request);
		}
		else {
			this.waiting.add(request);
			sendNext();
		}
		return request.future();
	}

	// Ask for a response to what was just added to the conversation. One that waits hears
	// of it anyway
	CompletableFuture<ResponseDone> followUp(ResponseCreate event) {
		for (ResponseRequest request : this.waiting) {
			if (request.isPlain()) {
				return request.future();
			}
		}
		return request(event);
	}

	int waiting() {
		return this.waiting.size();
	}

	@Nullable String activeResponse() {
		return this.activeResponse;
	}

	// Whether a response of the conversation was asked for and has not begun
	boolean isAwaited() {
		return !this.sent.values().stream().allMatch(ResponseRequest::isOutOfBand);
	}

	// Whether a response of the conversation runs or is about to
	boolean isRunning() {
		return this.activeResponse != null || isAwaited();
	}

	// Nothing new is begun
	void stop() {
		this.stopped = true;
	}

	// The connection is gone, and with it whatever the server had begun. Requests that it
	// cannot have seen wait for the next connection. Return the ids of the items of those
	// that fail
	Set<String> onLost(CloseCause cause, Predicate<String> waiting) {
		ConnectionLostException failure = new ConnectionLostException(cause);
		Set<String> items = new LinkedHashSet<>();
		this.running.values().forEach((request) -> {
			items.addAll(request.items());
			fail(request, failure);
		});
		this.running.clear();
		this.sent.values().removeIf((request) -> {
			boolean seen = !waiting.test(request.id());
			if (seen) {
				fail(request, failure);
			}
			return seen;
		});
		this.activeResponse = null;
		this.blocked = false;
		this.turns.reset();
		sendNext();
		return items;
	}

	void onEvent(ServerEvent event) {
		this.turns.onEvent(event);
		if (event instanceof ResponseCreated created) {
			onCreated(created.response());
		}
		else if (event instanceof ResponseDone done) {
			onDone(done);
		}
		else if (event instanceof ResponseOutputItemAdded added) {
			onItem(added.responseId(), added.item());
		}
		else if (event instanceof ResponseOutputItemDone done) {
			onItem(done.responseId(), done.item());
		}
		else if (event instanceof ErrorEvent error) {
			onError(error);
		}
	}

	// Send the next request if the last event made room for it
	void proceed() {
		if (!this.waiting.isEmpty()) {
			sendNext();
		}
	}

	void fail(Throwable cause) {
		this.waiting.forEach((request) -> fail(request, cause));
		this.sent.values().forEach((request) -> fail(request, cause));
		this.running.values().forEach((request) -> fail(request, cause));
		this.waiting.clear();
		this.sent.clear();
		this.running.clear();
		this.activeResponse = null;
	}

	private void onCreated(Response response) {
		ResponseRequest request = claim(response);
		if (request != null && response.id() != null) {
			this.running.put(response.id(), request);
		}
		if (request == null || !request.isOutOfBand()) {
			this.activeResponse = response.id();
		}
	}

	private @Nullable ResponseRequest claim(Response response) {
		ResponseRequest request = takeSent((sent) -> sent.isRepeatedBy(response));
		if (request != null) {
			this.metadataRepeated = true;
			return request;
		}
		if (this.turns.takeAnswer() || this.metadataRepeated) {
			return null;
		}
		// Not every server repeats metadata: then the response is most likely the one
		// asked for
		ResponseRequest guess = takeSent((sent) -> !sent.isOutOfBand());
		if (guess == null && response.conversationId() == null) {
			guess = takeSent(ResponseRequest::isOutOfBand);
		}
		if (guess != null) {
			guess.noteGuessed();
		}
		return guess;
	}

	private void onItem(@Nullable String responseId, Item item) {
		ResponseRequest request = (responseId != null) ? this.running.get(responseId) : null;
		if (request != null && item.id() != null) {
			request.noteItem(item.id());
		}
	}

	private void onDone(ResponseDone done) {
		String id = done.response().id();
		ResponseRequest request = (id != null) ? this.running.remove(id) : null;
		if (request == null) {
			request = takeSent((sent) -> sent.isRepeatedBy(done.response()));
		}
		if (request != null) {
			CompletableFuture<ResponseDone> future = request.future();
			this.completer.accept(() -> future.complete(done));
		}
		boolean ofConversation = request == null || !request.isOutOfBand();
		if (ofConversation && (id == null || this.activeResponse == null || id.equals(this.activeResponse))) {
			this.activeResponse = null;
			this.blocked = false;
			this.sent.values().forEach(ResponseRequest::noteDone);
		}
	}

	private void onError(ErrorEvent error) {
		boolean overlap = isOverlap(error.error());
		ResponseRequest request = takeRefused(error.error(), overlap);
		if (request == null) {
			return;
		}
		if (overlap && request.mayRetry()) {
			this.blocked = !request.isDoneSeen() || this.activeResponse != null;
			this.waiting.addFirst(request.retry());
		}
		else {
			fail(request, new RealtimeErrorException(error.error()));
		}
	}

	private static boolean isOverlap(RealtimeError error) {
		return OVERLAP.equals(error.code()) || (error.code() == null && error.message() != null
				&& error.message().contains("already has an active response"));
	}

	private @Nullable ResponseRequest takeRefused(RealtimeError error, boolean overlap) {
		if (error.eventId() != null) {
			ResponseRequest request = takeSent((sent) -> sent.id().equals(error.eventId()));
			return (request != null) ? request : takeGuessed((guess) -> guess.id().equals(error.eventId()));
		}
		// Not every server names the event
		if (overlap || (error.param() != null && error.param().startsWith("response."))) {
			ResponseRequest request = takeSent((sent) -> !sent.isOutOfBand());
			return (request != null || !overlap) ? request : takeGuessed((guess) -> !guess.isOutOfBand());
		}
		return null;
	}

	private @Nullable ResponseRequest takeSent(Predicate<ResponseRequest> condition) {
		return take(this.sent, condition);
	}

	// Take a request back from a response that turns out not to be its own
	private @Nullable ResponseRequest takeGuessed(Predicate<ResponseRequest> condition) {
		return take(this.running, condition.and(ResponseRequest::isGuessed));
	}

	private static @Nullable ResponseRequest take(Map<String, ResponseRequest> requests,
			Predicate<ResponseRequest> condition) {
		for (Map.Entry<String, ResponseRequest> entry : requests.entrySet()) {
			if (condition.test(entry.getValue())) {
				return requests.remove(entry.getKey());
			}
		}
		return null;
	}

	private void sendNext() {
		boolean free = !this.stopped && this.activeResponse == null && !this.blocked
				&& this.sent.values().stream().allMatch(ResponseRequest::isOutOfBand);
		ResponseRequest next = free ? this.waiting.poll() : null;
		if (next != null) {
			send(next);
		}
	}

	private void send(ResponseRequest request) {
		this.sent.put(request.id(), request);
		this.sender.accept(request.event());
	}

	private void fail(ResponseRequest request, Throwable cause) {
		this.completer.accept(() -> request.future().completeExceptionally(cause));
	}

}
