package io.realtime4j.session;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event published when the server did not answer in time. A future for the answer fails
 * with {@link AnswerTimeoutException}, and the session continues.
 *
 * @param awaited the type of the event that was awaited, such as {@code response.done},
 * or {@link #PLAYBACK}
 * @param timeout how long there was no progress
 * @param requestId the id of the event that was not answered, or {@code null} if nobody
 * asked
 * @param responseId the id of the response that is given up, or {@code null} if none is
 * or its id is not known
 * @since 0.1.0
 */
public record AnswerTimedOut(String awaited, Duration timeout, @Nullable String requestId,
		@Nullable String responseId) implements SessionEvent {

	/**
	 * Awaited of a sink: that something was played.
	 */
	public static final String PLAYBACK = "playback";

	/**
	 * Create a new {@link AnswerTimedOut} instance.
	 */
	public AnswerTimedOut {
		Objects.requireNonNull(awaited, "'awaited' must not be null");
		Objects.requireNonNull(timeout, "'timeout' must not be null");
	}

	@Override
	public String type() {
		return "realtime4j.session.answer_timed_out";
	}

	/**
	 * Return a message about what happened and what can be done about it.
	 * @return the message
	 */
	public String message() {
		if (PLAYBACK.equals(this.awaited)) {
			return "The audio sink did not report that anything was played until " + this.timeout.toMillis()
					+ " ms after its end, so speech counts as played by then. If the sink needs longer, raise the"
					+ " playback time-out of the session (realtime.playback-timeout)";
		}
		boolean ofResponse = this.awaited.startsWith("response.");
		String setting = (ofResponse || this.awaited.startsWith("conversation.item.input_audio_transcription")
				|| this.awaited.startsWith("input_audio_buffer.speech")) ? "response" : "acknowledgement";
		return "The server did not send " + this.awaited + " for " + this.timeout.toMillis() + " ms"
				+ (ofResponse ? ", so the response is given up" : "")
				+ ". The session goes on: ask again, or if the server needs longer raise the " + setting
				+ " time-out of the session (realtime." + setting + "-timeout)";
	}

}
