package io.realtime4j.conversation;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * The place of one item in a conversation.
 *
 * @param id the id of the item
 * @param previous the id of the item before it as the server told, or {@code null}
 * @param item the newest form of the item, or {@code null} after it was deleted
 * @param gone whether the server has no such item any more
 */
record Slot(String id, @Nullable String previous, @Nullable Item item, boolean gone) {

	Slot withItem(Item newer) {
		return new Slot(this.id, this.previous, newer, this.gone);
	}

	Slot behind(String previousId) {
		return new Slot(this.id, previousId, this.item, this.gone);
	}

	// An empty place stays: what stood behind the item keeps standing where it does
	Slot deleted() {
		return new Slot(this.id, this.previous, null, true);
	}

}
