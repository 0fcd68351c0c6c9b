package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.realtime4j.conversation.completion.ResponseScopes;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.response.Response;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * The requests for responses that were sent, until the server has taken or refused them.
 * Not thread-safe: used under the lock of the session.
 */
final class SentRequests {

	private final Map<String, ResponseRequest> requests = new LinkedHashMap<>();

	private final SpokenTurns turns;

	private boolean metadataRepeated;

	/**
	 * Create an instance without requests.
	 * @param turns knows of answers that nobody asked for
	 */
	SentRequests(SpokenTurns turns) {
		this.turns = turns;
	}

	void add(ResponseRequest request) {
		this.requests.put(request.id(), request);
	}

	void remove(ResponseRequest request) {
		this.requests.remove(request.id());
	}

	int size() {
		return this.requests.size();
	}

	@Nullable ResponseRequest find(@Nullable String id) {
		return this.requests.get(id);
	}

	/**
	 * Return whether a response of the conversation was requested.
	 */
	boolean isAwaited() {
		return !this.requests.values().stream().allMatch(ResponseRequest::isOutOfBand);
	}

	void renewWaits() {
		this.requests.values().forEach(ResponseRequest::renewWait);
	}

	void noteDone() {
		this.requests.values().forEach(ResponseRequest::noteDone);
	}

	List<ResponseRequest> takeAll(Predicate<ResponseRequest> condition) {
		List<ResponseRequest> taken = new ArrayList<>(this.requests.values());
		taken.removeIf(condition.negate());
		taken.forEach(this::remove);
		return taken;
	}

	/**
	 * Take back a request that was not handed to the network, and mark any other as
	 * cancelled. Return whether it was taken back.
	 */
	boolean withdraw(ResponseFuture future, SessionPort port) {
		ResponseRequest request = first((sent) -> sent.future().equals(future));
		if (request == null || !port.withdraw(request.id())) {
			if (request != null) {
				request.cancel();
			}
			return false;
		}
		remove(request);
		return true;
	}

	@Nullable ResponseRequest first(Predicate<ResponseRequest> condition) {
		return this.requests.values().stream().filter(condition).findFirst().orElse(null);
	}

	@Nullable ResponseRequest take(Predicate<ResponseRequest> condition) {
		ResponseRequest request = first(condition);
		return (request != null) ? this.requests.remove(request.id()) : null;
	}

	/**
	 * Take the request that a response answers.
	 * @param response the response, which begins
	 * @return the request, or {@code null} if nobody asked for it
	 */
	@Nullable ResponseRequest claim(Response response) {
		ResponseRequest request = take((sent) -> sent.isRepeatedBy(response));
		if (request != null) {
			this.metadataRepeated = true;
			return request;
		}
		if (this.turns.takeAnswer() || this.metadataRepeated) {
			return null;
		}
		// Not every server repeats metadata: then the response is most likely the one
		// asked for
		ResponseRequest guess = take((sent) -> !sent.isOutOfBand());
		if (guess == null && ResponseScopes.mayBeBeside(response)) {
			guess = take(ResponseRequest::isOutOfBand);
		}
		if (guess != null) {
			guess.noteGuessed();
		}
		return guess;
	}

	/**
	 * Take the request that the server refuses.
	 * @param error the refusal
	 * @param overlap whether another response runs
	 * @param running the responses that run, which may have been taken for those of
	 * requests
	 * @return the request, or {@code null} if it is not known
	 */
	@Nullable ResponseRequest takeRefused(RealtimeError error, boolean overlap, RunningResponses running) {
		if (error.eventId() != null) {
			ResponseRequest request = take((sent) -> sent.id().equals(error.eventId()));
			return (request != null) ? request : takeGuessed(running, (guess) -> guess.id().equals(error.eventId()));
		}
		// Not every server names the event
		if (overlap || (error.param() != null && error.param().startsWith("response."))) {
			ResponseRequest request = take((sent) -> !sent.isOutOfBand());
			return (request != null || !overlap) ? request : takeGuessed(running, (guess) -> !guess.isOutOfBand());
		}
		return null;
	}

	// Take a request back from a response that turns out not to be its own
	private static @Nullable ResponseRequest takeGuessed(RunningResponses running,
			Predicate<ResponseRequest> condition) {
		RunningResponse response = running.first((other) -> {
			ResponseRequest guess = other.request();
			return guess != null && guess.isGuessed() && condition.test(guess);
		});
		return (response != null) ? response.takeRequest() : null;
	}

}
