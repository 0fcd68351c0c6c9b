package io.realtime4j.speech;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Time from the end of the user's turn until the answer is heard, in parts that follow
 * each other. All of it is measured where the session runs, so that the ways of the
 * network to the server and back are in it. What a microphone needs until the session is
 * given what it hears is not.
 *
 * @param turnEnd the end of the turn, where the first part begins
 * @param detection from the end of speech, as the audio was given to the session, to the
 * {@code input_audio_buffer.speech_stopped} that tells of it: the silence that ends a
 * turn, and the way to the server and back. The end of speech is the position that the
 * server names less the silence that its settings require. {@code null} if the server
 * names no position or no silence, as with semantic turn detection, or if the turn does
 * not end by {@link TurnEnd#SPEECH}
 * @param response from there, or from the commit or the request, to the first
 * {@code response.output_audio.delta}; the calls of tools that were made before it are in
 * it
 * @param playback from there until the first sound was heard, as the sink reports it.
 * {@code null} if the session has no sink, or the answer was interrupted before, or the
 * sink reports nothing
 * @since 0.1.0
 */
public record AnswerLatency(TurnEnd turnEnd, @Nullable Duration detection, Duration response,
		@Nullable Duration playback) {

	/**
	 * Create a new {@link AnswerLatency} instance.
	 */
	public AnswerLatency {
		Objects.requireNonNull(turnEnd, "'turnEnd' must not be null");
		Objects.requireNonNull(response, "'response' must not be null");
	}

	/**
	 * Return the whole time, from the end of the turn to the first sound.
	 * @return the sum of the parts, or {@code null} if one of them is unknown
	 */
	public @Nullable Duration total() {
		if (this.playback == null) {
			return null;
		}
		Duration heard = this.response.plus(this.playback);
		if (this.turnEnd != TurnEnd.SPEECH) {
			return heard;
		}
		return (this.detection != null) ? this.detection.plus(heard) : null;
	}

}
