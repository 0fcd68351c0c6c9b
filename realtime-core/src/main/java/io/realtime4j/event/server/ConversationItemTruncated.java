package io.realtime4j.event.server;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The audio of an assistant message was cut, and the text that was not heard removed.
 * Wire type {@code conversation.item.truncated}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item
 * @param contentIndex the place of the part in the content of the item
 * @param audioEndMs the audio that is left, in ms
 * @since 0.1.0
 */
public record ConversationItemTruncated(@Nullable String eventId, String itemId, long contentIndex,
		long audioEndMs) implements ServerEvent {

	public ConversationItemTruncated {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.truncated";
	}

}
