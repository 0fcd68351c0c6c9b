package io.realtime4j.session;

import java.util.Objects;

import io.realtime4j.speech.AnswerLatency;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a turn has begun, after this time. Told once for each turn that is
 * answered by speech: as soon as the sink of the session reports that the answer is
 * heard, or when it becomes certain that it does not; without a sink with the first
 * audio.
 *
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param itemId the id of the item that is spoken, or {@code null} if the server did not
 * say
 * @param latency how long it took, in parts
 * @since 0.1.0
 */
public record AnswerStarted(@Nullable String responseId, @Nullable String itemId,
		AnswerLatency latency) implements SessionEvent {

	/**
	 * Create a new {@link AnswerStarted} instance.
	 */
	public AnswerStarted {
		Objects.requireNonNull(latency, "'latency' must not be null");
	}

	@Override
	public String type() {
		return "realtime4j.session.answer_started";
	}

}
