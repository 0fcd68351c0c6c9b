package io.realtime4j.session.engine;

import java.time.Duration;
import java.time.Instant;

import io.realtime4j.session.AnswerStarted;
import io.realtime4j.speech.AnswerLatency;
import org.jspecify.annotations.Nullable;

/**
 * Internal record of an answer whose first audio was received, and of which listeners are
 * to be told when it is known when it was heard.
 *
 * @param responseId the id of the response, or {@code null} if the server did not say
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param contentIndex the place of the speech in the content of the item
 * @param latency the parts that are known
 * @param at when the audio was received
 * @since 0.1.0
 */
public record ReceivedAnswer(@Nullable String responseId, @Nullable String itemId, long contentIndex,
		AnswerLatency latency, Instant at) {

	/**
	 * Return what listeners are told.
	 * @param playback from the first audio to the first sound, or {@code null} if that is
	 * unknown
	 * @return the event
	 */
	public AnswerStarted started(@Nullable Duration playback) {
		AnswerLatency known = this.latency;
		return new AnswerStarted(this.responseId, this.itemId,
				new AnswerLatency(known.turnEnd(), known.detection(), known.response(), playback));
	}

	/**
	 * A session that knows when its answers begin, found as a feature.
	 */
	@FunctionalInterface
	public interface Source {

		/**
		 * Take over to tell of an answer. Called under the lock of the session.
		 * @return the answer that begins with the event that is being handled, or
		 * {@code null} if none does
		 */
		@Nullable ReceivedAnswer take();

	}

}
