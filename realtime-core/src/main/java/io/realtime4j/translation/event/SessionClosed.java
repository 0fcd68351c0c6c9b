package io.realtime4j.translation.event;

import org.jspecify.annotations.Nullable;

/**
 * The translation is at its end; nothing follows, and the connection may be closed. Wire
 * type {@code session.closed}.
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
