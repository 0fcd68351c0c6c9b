package io.realtime4j.event.client;

import java.util.Objects;

import io.realtime4j.model.session.BetaTranscriptionSession;
import org.jspecify.annotations.Nullable;

/**
 * Event that changes the settings of a beta transcription session; answered by
 * {@code transcription_session.updated}. GA says {@code session.update}. Wire type
 * {@code transcription_session.update}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @param session the members to change
 * @since 0.1.0
 */
public record TranscriptionSessionUpdate(@Nullable String eventId,
		BetaTranscriptionSession session) implements ClientEvent {

	/**
	 * Create a new {@link TranscriptionSessionUpdate} instance.
	 */
	public TranscriptionSessionUpdate {
		Objects.requireNonNull(session, "'session' must not be null");
	}

	@Override
	public String type() {
		return "transcription_session.update";
	}

	/**
	 * Return an event with these members.
	 * @param session the members to change
	 * @return the event
	 */
	public static TranscriptionSessionUpdate of(BetaTranscriptionSession session) {
		return new TranscriptionSessionUpdate(null, session);
	}

	@Override
	public TranscriptionSessionUpdate withEventId(String eventId) {
		return new TranscriptionSessionUpdate(eventId, this.session);
	}

}
