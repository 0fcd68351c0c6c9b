package io.realtime4j.translation.event;

import java.util.Objects;

import io.realtime4j.translation.model.TranslationSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when the server has applied a {@code session.update}. Wire type
 * {@code session.updated}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param session all settings as they are now
 * @since 0.1.0
 */
public record SessionUpdated(@Nullable String eventId, TranslationSettings session) implements TranslationServerEvent {

	/**
	 * Create a new {@link SessionUpdated} instance.
	 */
	public SessionUpdated {
		Objects.requireNonNull(session, "'session' must not be null");
	}

	@Override
	public String type() {
		return "session.updated";
	}

}
