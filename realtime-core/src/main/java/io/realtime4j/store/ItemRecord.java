package io.realtime4j.store;

import java.util.Objects;

/**
 * Item of a stored conversation.
 *
 * @param id the id of the item within its conversation, of at most 128 characters
 * @param position where it stands: items with smaller positions come before it. It may be
 * negative, and no other item of the conversation has the same
 * @param json the item with what was heard of it, as JSON text with a version
 * @since 0.1.0
 */
public record ItemRecord(String id, long position, String json) {

	/**
	 * Create a new {@link ItemRecord} instance.
	 */
	public ItemRecord {
		Objects.requireNonNull(id, "'id' must not be null");
		Objects.requireNonNull(json, "'json' must not be null");
	}

	/**
	 * Return a text without what was said.
	 */
	@Override
	public String toString() {
		return "ItemRecord[id=" + this.id + ", position=" + this.position + "]";
	}

}
