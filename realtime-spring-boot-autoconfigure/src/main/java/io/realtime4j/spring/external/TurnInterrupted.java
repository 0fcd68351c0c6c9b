package io.realtime4j.spring.external;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Event published once for each response of the model that was interrupted: it was
 * cancelled while it was generated, or its speech was cut while it was heard.
 *
 * @param id the id of the event
 * @param version the version of its form
 * @param time when it happened
 * @param session the session
 * @param turnId the id of the turn, which is that of its item in the history, or
 * {@code null} if the server gave none
 * @param responseId the id of the response, or {@code null} if it is not known
 * @param heardMillis how much of the speech of the turn was heard, in ms, or {@code null}
 * if that is not measured
 * @param text what was heard or, where that is not measured, what was generated;
 * {@code null} without {@code realtime.external-events.include-content}
 * @since 0.1.0
 */
public record TurnInterrupted(String id, int version, Instant time, ExternalSession session, @Nullable String turnId,
		@Nullable String responseId, @Nullable Long heardMillis, @Nullable String text) implements ExternalEvent {

	/**
	 * Return a text without the words, which may be confidential.
	 */
	@Override
	public String toString() {
		return "TurnInterrupted[id=" + this.id + ", session=" + this.session.id() + ", turnId=" + this.turnId
				+ ", responseId=" + this.responseId + ", heardMillis=" + this.heardMillis + "]";
	}

}
