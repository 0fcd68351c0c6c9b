package io.realtime4j.conversation;

import java.util.Objects;

import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Role;
import org.jspecify.annotations.Nullable;

/**
 * Entry for a message, spoken or written.
 *
 * @param itemId the id of the item
 * @param role who said it
 * @param text all of it, as far as it has come; empty if there is no text yet
 * @param heardText what of it was heard: the same unless it was cut by
 * {@code conversation.item.truncated}; an estimate, since the protocol does not say when
 * a word is spoken
 * @param settled whether the text is whole; {@code false} while it is generated or
 * transcribed, and for ever where speech is not transcribed
 * @param status how far the item has come, or {@code null} if the server does not say
 * @param interrupted whether it was broken off
 * @param restored whether it was said again to the server after a reconnect
 * @since 0.1.0
 */
public record MessageEntry(String itemId, Role role, String text, String heardText, boolean settled,
		@Nullable ItemStatus status, boolean interrupted, boolean restored) implements ConversationEntry {

	/**
	 * Create a new {@link MessageEntry} instance.
	 */
	public MessageEntry {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
		Objects.requireNonNull(role, "'role' must not be null");
		Objects.requireNonNull(text, "'text' must not be null");
		Objects.requireNonNull(heardText, "'heardText' must not be null");
	}

}
