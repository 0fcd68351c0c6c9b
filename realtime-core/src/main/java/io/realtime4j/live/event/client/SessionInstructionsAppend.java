package io.realtime4j.live.event.client;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Event that appends to the instructions of the model; answered by
 * {@code session.instructions.appended}. Wire type {@code session.instructions.append}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param content the text, at most 500 tokens
 * @param delegationId the delegation that it belongs to, or {@code null} if to none
 * @since 0.1.0
 */
public record SessionInstructionsAppend(@Nullable String eventId, String content,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String delegationId) implements LiveClientEvent {

	/**
	 * Create a new {@link SessionInstructionsAppend} instance.
	 */
	public SessionInstructionsAppend {
		Objects.requireNonNull(content, "'content' must not be null");
	}

	@Override
	public String type() {
		return "session.instructions.append";
	}

	/**
	 * Return an event with these members.
	 * @param content the text, at most 500 tokens
	 * @return the event
	 */
	public static SessionInstructionsAppend of(String content) {
		return new SessionInstructionsAppend(null, content, null);
	}

	@Override
	public SessionInstructionsAppend withEventId(String eventId) {
		return new SessionInstructionsAppend(eventId, this.content, this.delegationId);
	}

}
