package io.realtime4j.conversation;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The entry of one item in two conversations.
 *
 * @param id the id of the item
 * @param before its entry before, or {@code null} if it had none
 * @param after its entry now, or {@code null} if it has none
 * @param moved whether it may stand in another place among those that were there before
 */
record EntryDifference(String id, @Nullable ConversationEntry before, @Nullable ConversationEntry after,
		boolean moved) {

	static EntryDifference of(String id, ConversationState earlier, ConversationState later) {
		ItemSlot slotBefore = earlier.slots().find(id);
		ItemSlot slotAfter = later.slots().find(id);
		ConversationEntry before = (slotBefore != null) ? Entries.of(slotBefore, earlier) : null;
		ConversationEntry after = (slotAfter != null) ? Entries.of(slotAfter, later) : null;
		boolean moved = slotBefore != null && before != null && slotAfter != null && after != null
				&& slotBefore.position().serial() != slotAfter.position().serial();
		return new EntryDifference(id, before, after, moved);
	}

	boolean isAny() {
		return this.moved || !Objects.equals(this.before, this.after);
	}

	boolean hasGone() {
		return this.before != null && this.after == null;
	}

	boolean hasCome() {
		return this.before == null && this.after != null;
	}

}
