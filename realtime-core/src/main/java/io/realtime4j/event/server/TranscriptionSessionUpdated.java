package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.session.BetaTranscriptionSession;
import org.jspecify.annotations.Nullable;

/**
 * Event with the settings of a beta transcription session after a change. Wire type
 * {@code transcription_session.updated}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param session all settings
 * @since 0.1.0
 */
public record TranscriptionSessionUpdated(@Nullable String eventId,
		BetaTranscriptionSession session) implements ServerEvent {

	/**
	 * Create a new {@link TranscriptionSessionUpdated} instance.
	 */
	public TranscriptionSessionUpdated {
		Objects.requireNonNull(session, "'session' must not be null");
	}

	@Override
	public String type() {
		return "transcription_session.updated";
	}

}
