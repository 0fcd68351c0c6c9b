package io.realtime4j.playback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.realtime4j.conversation.completion.ResponseScopes;
import io.realtime4j.model.response.Response;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * The responses that run, and those that are not wanted any more. Not thread-safe.
 */
final class RunningResponses {

	private static final int REMEMBERED = 256;

	/**
	 * Whether each response that runs is one of the conversation, by its id.
	 */
	private final Map<String, Boolean> running = new HashMap<>();

	private final RecentIds cancelled = new RecentIds(REMEMBERED);

	private final ResponseScopes scopes = new ResponseScopes();

	private boolean nextUnwanted;

	/**
	 * Add a response. Return whether it has to be cancelled at once.
	 */
	boolean onCreated(Response response) {
		String id = response.id();
		if (id == null) {
			return false;
		}
		boolean ofConversation = this.scopes.isOfConversation(response);
		this.running.put(id, ofConversation);
		boolean unwanted = this.nextUnwanted && ofConversation;
		if (unwanted) {
			this.nextUnwanted = false;
			this.cancelled.add(id);
		}
		return unwanted;
	}

	void onDone(@Nullable String id) {
		this.running.remove(id);
	}

	/**
	 * Take the responses that have to be cancelled now. Responses outside of the
	 * conversation are among them only if they are audible.
	 */
	List<String> cancel(Predicate<String> audible) {
		List<String> ids = new ArrayList<>();
		this.running.forEach((id, ofConversation) -> {
			if ((ofConversation || audible.test(id)) && this.cancelled.add(id)) {
				ids.add(id);
			}
		});
		return ids;
	}

	/**
	 * Take one response. Return whether it has to be cancelled.
	 */
	boolean cancel(String id) {
		return this.running.containsKey(id) && this.cancelled.add(id);
	}

	boolean isCancelled(@Nullable String id) {
		return id != null && this.cancelled.contains(id);
	}

	void refuseNext(boolean refuse) {
		this.nextUnwanted = refuse;
	}

	void reset() {
		this.running.clear();
		this.nextUnwanted = false;
	}

}
