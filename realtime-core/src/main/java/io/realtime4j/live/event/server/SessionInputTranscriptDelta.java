package io.realtime4j.live.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event with a piece of the transcript of the user. No event tells that it was the last
 * one. Wire type {@code session.input_transcript.delta}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param delta the piece, to be appended to those before as it is
 * @param startMs where it begins in the time of the session, in milliseconds, or
 * {@code null} if not said
 * @param endMs where it ends in the time of the session, in milliseconds, exclusive, or
 * {@code null} if not said
 * @param clientEventId the id of the client event that this one answers, or {@code null}
 * if it answers none
 * @since 0.1.0
 */
public record SessionInputTranscriptDelta(@Nullable String eventId, String delta, @Nullable Long startMs,
		@Nullable Long endMs, @Nullable String clientEventId) implements LiveServerEvent {

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
