package io.realtime4j.event.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event that truncates the audio of an assistant message to what was heard; answered by
 * {@code conversation.item.truncated}. Wire type {@code conversation.item.truncate}.
 *
 * @param eventId an id of the client's choice, named by an {@code error} event that this
 * event causes, or {@code null} for the session to choose
 * @param itemId the id of the item
 * @param contentIndex the place of the audio in the content of the item
 * @param audioEndMs the audio to keep, in ms, not more than was received
 * @since 0.1.0
 */
public record ConversationItemTruncate(@Nullable String eventId, String itemId, long contentIndex,
		long audioEndMs) implements ClientEvent {

	/**
	 * Create a new {@link ConversationItemTruncate} instance.
	 */
	public ConversationItemTruncate {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "conversation.item.truncate";
	}

	/**
	 * Return an event with these members.
	 * @param itemId the id of the item
	 * @param contentIndex the place of the audio in the content of the item
	 * @param audioEndMs the audio to keep, in ms, not more than was received
	 * @return the event
	 */
	public static ConversationItemTruncate of(String itemId, long contentIndex, long audioEndMs) {
		return new ConversationItemTruncate(null, itemId, contentIndex, audioEndMs);
	}

	@Override
	public ConversationItemTruncate withEventId(String eventId) {
		return new ConversationItemTruncate(eventId, this.itemId, this.contentIndex, this.audioEndMs);
	}

}
