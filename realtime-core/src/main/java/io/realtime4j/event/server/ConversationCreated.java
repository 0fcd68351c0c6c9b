package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the conversation has been created. OpenAI's GA service does not send
 * it; xAI and beta do. Wire type {@code conversation.created}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param conversation the conversation
 * @since 0.1.0
 */
public record ConversationCreated(@Nullable String eventId, Conversation conversation) implements ServerEvent {

	/**
	 * Create a new {@link ConversationCreated} instance.
	 */
	public ConversationCreated {
		Objects.requireNonNull(conversation, "'conversation' must not be null");
	}

	@Override
	public String type() {
		return "conversation.created";
	}

}
