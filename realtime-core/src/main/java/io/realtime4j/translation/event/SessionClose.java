package io.realtime4j.translation.event;

import org.jspecify.annotations.Nullable;

/**
 * Event that ends the input: the server translates the remaining audio, sends the rest
 * and then {@code session.closed}. No audio may follow. Wire type {@code session.close}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @since 0.1.0
 */
public record SessionClose(@Nullable String eventId) implements TranslationClientEvent {

	@Override
	public String type() {
		return "session.close";
	}

	/**
	 * Return an event without optional members.
	 * @return the event
	 */
	public static SessionClose of() {
		return new SessionClose(null);
	}

	@Override
	public SessionClose withEventId(String eventId) {
		return new SessionClose(eventId);
	}

}
