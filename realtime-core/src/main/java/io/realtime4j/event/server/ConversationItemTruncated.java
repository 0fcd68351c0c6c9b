package io.realtime4j.event.server;

import org.jspecify.annotations.Nullable;

/**
 * Event sent when the audio of an assistant message was truncated, and the text that was
 * not heard was removed. Wire type {@code conversation.item.truncated}.
 *
 * @param eventId the id of the event, or {@code null} if the server gave none
 * @param itemId the id of the item, or {@code null} if the server did not say
 * @param contentIndex the place of the part in the content of the item, 0 if the server
 * did not say
 * @param audioEndMs the audio that is left, in ms, or {@code null} if the server did not
 * say. A session fills in what it has asked for
 * @since 0.1.0
 */
public record ConversationItemTruncated(@Nullable String eventId, @Nullable String itemId, long contentIndex,
		@Nullable Long audioEndMs) implements ServerEvent {

	@Override
	public String type() {
		return "conversation.item.truncated";
	}

}
