package io.realtime4j.event.server;

import java.util.Objects;

import io.realtime4j.model.session.BetaTranscriptionSession;
import org.jspecify.annotations.Nullable;

/**
 * Event sent when a beta transcription session has been created. Servers send its
 * settings nested or flat; both decode to this. Wire type
 * {@code transcription_session.created}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param session the settings
 * @since 0.1.0
 */
public record TranscriptionSessionCreated(@Nullable String eventId,
		BetaTranscriptionSession session) implements ServerEvent {

	/**
	 * Create a new {@link TranscriptionSessionCreated} instance.
	 */
	public TranscriptionSessionCreated {
		Objects.requireNonNull(session, "'session' must not be null");
	}

	@Override
	public String type() {
		return "transcription_session.created";
	}

}
