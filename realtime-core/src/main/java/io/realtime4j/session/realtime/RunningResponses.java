package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The responses that run at the server, oldest first. Not thread-safe: used under the
 * lock of the session.
 */
final class RunningResponses {

	/**
	 * More than these run at no server; one that never ends any shall not fill the
	 * memory.
	 */
	private static final int MAX_RESPONSES = 256;

	private final List<RunningResponse> responses = new ArrayList<>();

	/**
	 * Add a response. Return the oldest if there are too many, which has to be given up.
	 */
	@Nullable RunningResponse add(RunningResponse response) {
		this.responses.add(response);
		return (this.responses.size() > MAX_RESPONSES) ? this.responses.get(0) : null;
	}

	void remove(RunningResponse response) {
		response.end();
		this.responses.remove(response);
	}

	void clear() {
		this.responses.forEach(RunningResponse::end);
		this.responses.clear();
	}

	/**
	 * Return the requests whose responses run.
	 */
	List<ResponseRequest> requests() {
		return this.responses.stream().map(RunningResponse::request).filter(Objects::nonNull).toList();
	}

	boolean isEmpty() {
		return this.responses.isEmpty();
	}

	int size() {
		return this.responses.size();
	}

	/**
	 * Return whether a response was requested outside of the conversation.
	 */
	boolean isBeside(String id) {
		RunningResponse response = find(id);
		return response != null && !response.isOfConversation();
	}

	@Nullable RunningResponse find(@Nullable String id) {
		for (RunningResponse response : this.responses) {
			if (id != null && id.equals(response.id())) {
				return response;
			}
		}
		return null;
	}

	/**
	 * Return whether a response runs that nobody asked for.
	 */
	boolean isUnrequested(String id) {
		RunningResponse response = find(id);
		return response != null && response.request() == null;
	}

	/**
	 * Return the response to a request.
	 */
	@Nullable RunningResponse of(ResponseFuture future) {
		return first((response) -> response.request() != null && response.request().future().equals(future));
	}

	/**
	 * Return the response that an event with this id concerns. Not every server sends ids
	 * everywhere.
	 */
	@Nullable RunningResponse concerned(@Nullable String id) {
		RunningResponse known = find(id);
		if (known != null) {
			return known;
		}
		if (id == null) {
			return (this.responses.size() == 1) ? this.responses.get(0) : null;
		}
		return first((response) -> response.id() == null);
	}

	/**
	 * Take out the response that an end with this id concerns.
	 * @param id the id of the response that has ended
	 * @param active the response that ends where the server does not say which
	 * @return the response, or {@code null} if it was not known to run
	 */
	@Nullable RunningResponse takeEnded(@Nullable String id, @Nullable RunningResponse active) {
		RunningResponse concerned = concerned(id);
		RunningResponse ended = (concerned == null && id == null) ? active : concerned;
		if (ended != null) {
			remove(ended);
		}
		return ended;
	}

	@Nullable RunningResponse first(Predicate<RunningResponse> condition) {
		return this.responses.stream().filter(condition).findFirst().orElse(null);
	}

}
