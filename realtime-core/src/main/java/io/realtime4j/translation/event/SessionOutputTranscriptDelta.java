package io.realtime4j.translation.event;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event with a piece of the text of the translation. Wire type
 * {@code session.output_transcript.delta}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param delta the piece, to be appended to those before as it is
 * @param elapsedMs how far the translation has come in the audio of the session, in
 * milliseconds, or {@code null} if not said
 * @since 0.1.0
 */
public record SessionOutputTranscriptDelta(@Nullable String eventId, String delta,
		@Nullable Long elapsedMs) implements TranslationServerEvent {

	/**
	 * Create a new {@link SessionOutputTranscriptDelta} instance.
	 */
	public SessionOutputTranscriptDelta {
		Objects.requireNonNull(delta, "'delta' must not be null");
	}

	@Override
	public String type() {
		return "session.output_transcript.delta";
	}

}
