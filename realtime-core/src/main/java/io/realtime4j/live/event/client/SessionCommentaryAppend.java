package io.realtime4j.live.event.client;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Event with a text for the model to say; answered by
 * {@code session.commentary.appended}. Wire type {@code session.commentary.append}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param content the text, at most 500 tokens
 * @param delegationId the delegation that it belongs to, or {@code null} if to none
 * @since 0.1.0
 */
public record SessionCommentaryAppend(@Nullable String eventId, String content,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String delegationId) implements LiveClientEvent {

	/**
	 * Create a new {@link SessionCommentaryAppend} instance.
	 */
	public SessionCommentaryAppend {
		Objects.requireNonNull(content, "'content' must not be null");
	}

	@Override
	public String type() {
		return "session.commentary.append";
	}

	/**
	 * Return an event with these members.
	 * @param content the text, at most 500 tokens
	 * @return the event
	 */
	public static SessionCommentaryAppend of(String content) {
		return new SessionCommentaryAppend(null, content, null);
	}

	@Override
	public SessionCommentaryAppend withEventId(String eventId) {
		return new SessionCommentaryAppend(eventId, this.content, this.delegationId);
	}

}
