package io.realtime4j.session.realtime;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * The cancels of responses that were sent, until the server has answered them. Not
 * thread-safe: used under the lock of the session.
 */
final class SentCancels {

	/**
	 * Stands for the response that runs in the conversation, whichever that is.
	 */
	static final String UNNAMED = "";

	private static final int MAX_CANCELS = 64;

	private static final String NOT_ACTIVE = "response_cancel_not_active";

	private final Map<String, String> responseIds = new LinkedHashMap<>();

	static boolean isNotActive(RealtimeError error) {
		return NOT_ACTIVE.equals(error.code()) || (error.code() == null && error.message() != null
				&& error.message().contains("no active response found"));
	}

	void add(@Nullable String eventId, @Nullable String responseId) {
		if (eventId != null) {
			this.responseIds.put(eventId, (responseId != null) ? responseId : UNNAMED);
			if (this.responseIds.size() > MAX_CANCELS) {
				takeOldest();
			}
		}
	}

	/**
	 * Take the cancel that came too late. Return the id of its response, or {@code null}
	 * if it is not known. Not every server names the event.
	 */
	@Nullable String take(RealtimeError error) {
		String named = (error.eventId() != null) ? this.responseIds.remove(error.eventId()) : null;
		return (named != null) ? named : takeOldest();
	}

	private @Nullable String takeOldest() {
		Iterator<String> oldest = this.responseIds.values().iterator();
		if (!oldest.hasNext()) {
			return null;
		}
		String responseId = oldest.next();
		oldest.remove();
		return responseId;
	}

	/**
	 * Note the end of a response, cancelled or not.
	 */
	void onDone(@Nullable String responseId) {
		this.responseIds.values().removeIf((id) -> id.equals(UNNAMED) || id.equals(responseId));
	}

	void clear() {
		this.responseIds.clear();
	}

}
