package io.realtime4j.spring.external;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Event published when one side has said what it had to say: a user, when the words are
 * transcribed or, without transcription, when they are taken; the model, when its
 * response has ended. What the model says is generated faster than it is heard, so that a
 * {@link TurnInterrupted} of the same response may follow.
 *
 * @param id the id of the event
 * @param version the version of its form
 * @param time when it happened
 * @param session the session
 * @param speaker who spoke or wrote
 * @param turnId the id of the turn, which is that of its item in the history, or
 * {@code null} if the server gave none
 * @param responseId the id of the response of the model, or {@code null} for a user and
 * in live sessions
 * @param text the words, or {@code null} without
 * {@code realtime.external-events.include-content} and where speech is not transcribed
 * @since 0.1.0
 */
public record TurnFinished(String id, int version, Instant time, ExternalSession session, Speaker speaker,
		@Nullable String turnId, @Nullable String responseId, @Nullable String text) implements ExternalEvent {

	/**
	 * Return a text without the words, which may be confidential.
	 */
	@Override
	public String toString() {
		return "TurnFinished[id=" + this.id + ", session=" + this.session.id() + ", speaker=" + this.speaker
				+ ", turnId=" + this.turnId + ", responseId=" + this.responseId + "]";
	}

	/**
	 * Side of a conversation.
	 */
	public enum Speaker {

		/**
		 * The person.
		 */
		USER,

		/**
		 * The model.
		 */
		ASSISTANT

	}

}
