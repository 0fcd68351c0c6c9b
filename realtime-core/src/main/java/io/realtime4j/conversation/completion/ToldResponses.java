package io.realtime4j.conversation.completion;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.realtime4j.model.response.Response;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * The responses that run, in the order in which they began, and those that ended lately.
 * Not thread-safe.
 */
final class ToldResponses {

	private static final int MAX_RUNNING = 32;

	private static final int REMEMBERED = 64;

	private final Map<String, ToldResponse> running = new LinkedHashMap<>();

	private final RecentIds ended = new RecentIds(REMEMBERED);

	private final ResponseScopes scopes = new ResponseScopes();

	private @Nullable String lastId;

	ToldResponse begin(String id, @Nullable Response told) {
		ToldResponse response = this.running.computeIfAbsent(id, ToldResponse::new);
		response.tell(told != null && !this.scopes.isOfConversation(told));
		this.lastId = id;
		if (this.running.size() > MAX_RUNNING) {
			Iterator<String> oldest = this.running.keySet().iterator();
			this.ended.add(oldest.next());
			oldest.remove();
		}
		return response;
	}

	/**
	 * Return the id of the conversation, or {@code null} if the server does not send it.
	 */
	@Nullable String conversationId() {
		return this.scopes.conversationId();
	}

	@SuppressWarnings("ReferenceEquality")
	void end(ToldResponse response) {
		this.running.forEach((id, other) -> {
			if (other == response) {
				this.ended.add(id);
			}
		});
		this.running.values().removeIf((other) -> other == response);
	}

	boolean isEnded(@Nullable String id) {
		return id != null && this.ended.contains(id);
	}

	/**
	 * Return the response that an event without a response id belongs to.
	 */
	@Nullable ToldResponse current(@Nullable String itemId) {
		ToldResponse owner = (itemId != null) ? last((response) -> response.has(itemId)) : null;
		return (owner != null) ? owner : last((response) -> true);
	}

	/**
	 * Return the response with this id, which may have come without it before.
	 */
	@Nullable ToldResponse named(String id) {
		ToldResponse known = this.running.get(id);
		if (known == null && !isEnded(id)) {
			known = last((response) -> MadeIds.isMade(response.id()));
			if (known != null) {
				this.running.put(id, known);
			}
		}
		return known;
	}

	@Nullable String lastId() {
		return this.lastId;
	}

	void reset() {
		this.running.keySet().forEach(this.ended::add);
		this.running.clear();
	}

	private @Nullable ToldResponse last(Predicate<ToldResponse> condition) {
		ToldResponse found = null;
		for (ToldResponse response : this.running.values()) {
			found = condition.test(response) ? response : found;
		}
		return found;
	}

}
