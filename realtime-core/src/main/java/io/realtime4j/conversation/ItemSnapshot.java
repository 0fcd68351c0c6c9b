package io.realtime4j.conversation;

import java.util.Objects;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Item of a conversation with all that is known of it, for an application that keeps
 * conversations and {@linkplain Conversation#of goes on with them} later.
 *
 * @param item the item, which has an id and no audio; truncated speech of the model has
 * as its transcript what was heard
 * @param marks the facts about it apart from its content
 * @param wholeText all that the model said where less of it was heard, otherwise
 * {@code null}
 * @since 0.1.0
 */
public record ItemSnapshot(Item item, ItemMarks marks, @Nullable String wholeText) {

	/**
	 * Create a new {@link ItemSnapshot} instance.
	 */
	public ItemSnapshot {
		Objects.requireNonNull(item.id(), "'item' must have an id");
		Objects.requireNonNull(marks, "'marks' must not be null");
	}

	/**
	 * Return the id of the item.
	 * @return the id
	 */
	public String id() {
		return Objects.requireNonNull(this.item.id());
	}

}
