package io.realtime4j.translation.event;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the translation has ended; nothing follows, and the connection may be
 * closed. Wire type {@code session.closed}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @since 0.1.0
 */
public record SessionClosed(@Nullable String eventId) implements TranslationServerEvent {

	@Override
	public String type() {
		return "session.closed";
	}

}
