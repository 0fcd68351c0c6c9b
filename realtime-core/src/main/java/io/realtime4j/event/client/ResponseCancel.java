package io.realtime4j.event.client;

import org.jspecify.annotations.Nullable;

/**
 * Event that cancels a response; answered by {@code response.done} with the status
 * {@code cancelled}, or by an error if none is running. Wire type
 * {@code response.cancel}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @param responseId the id of the response, or {@code null} for the one that runs in the
 * conversation
 * @since 0.1.0
 */
public record ResponseCancel(@Nullable String eventId, @Nullable String responseId) implements ClientEvent {

	@Override
	public String type() {
		return "response.cancel";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static ResponseCancel of() {
		return new ResponseCancel(null, null);
	}

	/**
	 * Return an event that cancels one response.
	 * @param responseId the id of the response
	 * @return the event
	 */
	public static ResponseCancel of(String responseId) {
		return new ResponseCancel(null, responseId);
	}

	@Override
	public ResponseCancel withEventId(String eventId) {
		return new ResponseCancel(eventId, this.responseId);
	}

}
