package io.realtime4j.conversation.completion;

import io.realtime4j.event.client.ResponseCancel;
import io.realtime4j.event.server.ErrorEvent;
import org.jspecify.annotations.Nullable;

/**
 * Internal factory for events that cancel responses, which recognizes errors about its
 * own events. The server may have ended a response already when it is cancelled, and
 * reports an error that concerns nobody else.
 *
 * @param prefix how the ids of these cancels begin
 * @since 0.1.0
 */
public record OwnCancels(String prefix) {

	private static final String NOT_ACTIVE = "response_cancel_not_active";

	/**
	 * Return the event that cancels a response.
	 * @param responseId the id of the response
	 * @return the event
	 */
	public ResponseCancel cancel(String responseId) {
		return new ResponseCancel(this.prefix + responseId, MadeIds.toSend(responseId));
	}

	/**
	 * Return the event that cancels a response.
	 * @param id an id that no other event has
	 * @param responseId the id of the response, or {@code null} for the one that runs
	 * @return the event
	 */
	public ResponseCancel cancel(String id, @Nullable String responseId) {
		return new ResponseCancel(this.prefix + id, MadeIds.toSend(responseId));
	}

	/**
	 * Return whether one of these cancels came too late.
	 * @param event an error
	 * @return whether the error says so
	 */
	public boolean isTooLate(ErrorEvent event) {
		String cause = event.error().eventId();
		return NOT_ACTIVE.equals(event.error().code()) && cause != null && cause.startsWith(this.prefix);
	}

}
