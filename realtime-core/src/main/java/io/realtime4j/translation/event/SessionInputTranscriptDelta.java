package io.realtime4j.translation.event;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event with a piece of the transcript of the input, in the language of the speaker.
 * Comes only if transcription is on. Wire type {@code session.input_transcript.delta}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param delta the piece, to be appended to those before as it is
 * @param elapsedMs how far the translation has come in the audio of the session, in
 * milliseconds, or {@code null} if not said
 * @since 0.1.0
 */
public record SessionInputTranscriptDelta(@Nullable String eventId, String delta,
		@Nullable Long elapsedMs) implements TranslationServerEvent {

	/**
	 * Create a new {@link SessionInputTranscriptDelta} instance.
	 */
	public SessionInputTranscriptDelta {
		Objects.requireNonNull(delta, "'delta' must not be null");
	}

	@Override
	public String type() {
		return "session.input_transcript.delta";
	}

}
