package io.realtime4j.conversation;

import java.util.function.UnaryOperator;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one item of a conversation.
 *
 * @param id the id of the item
 * @param previous the id of the item before it as the server told, or {@code null}
 * @param item the newest form of the item, or {@code null} after it was deleted, or as
 * long as only what is said of it came
 * @param gone whether the server has no such item any more
 * @param speeches what is said beside the item
 * @param marks what is known beside its content
 * @param position where it stands
 * @param itemWeight how much memory the item takes, about
 */
record ItemSlot(String id, @Nullable String previous, @Nullable Item item, boolean gone, Speeches speeches,
		ItemMarks marks, Position position, long itemWeight) {

	static ItemSlot early(String id) {
		return new ItemSlot(id, null, null, false, Speeches.none(), ItemMarks.NONE, Position.EARLY, Weights.OF_SLOT);
	}

	/**
	 * Return whether events named the item before the server added it.
	 */
	boolean isEarly() {
		return this.position.chain() == Position.Chain.EARLY;
	}

	boolean isDeleted() {
		return this.item == null && !isEarly();
	}

	ItemSlot withItem(Item newer) {
		return with(SharedTexts.of(newer, this.speeches), this.speeches);
	}

	ItemSlot say(Speeches changed) {
		Item own = (this.item != null) ? SharedTexts.of(this.item, changed) : null;
		return with(own, changed);
	}

	@SuppressWarnings("ReferenceEquality")
	private ItemSlot with(@Nullable Item newItem, Speeches newSpeeches) {
		long newWeight = (newItem == this.item || newItem == null) ? this.itemWeight : Weights.of(newItem);
		return new ItemSlot(this.id, this.previous, newItem, this.gone, newSpeeches, this.marks, this.position,
				newWeight);
	}

	/**
	 * Return the approximate size in memory.
	 */
	long weight() {
		return this.itemWeight + this.speeches.weight();
	}

	ItemSlot mark(UnaryOperator<ItemMarks> mark) {
		return new ItemSlot(this.id, this.previous, this.item, this.gone, this.speeches, mark.apply(this.marks),
				this.position, this.itemWeight);
	}

	ItemSlot gone(boolean isGone) {
		return new ItemSlot(this.id, this.previous, this.item, isGone, this.speeches, this.marks, this.position,
				this.itemWeight);
	}

	ItemSlot behind(@Nullable String previousId) {
		return new ItemSlot(this.id, previousId, this.item, this.gone, this.speeches, this.marks, this.position,
				this.itemWeight);
	}

	ItemSlot at(Position newPosition) {
		return new ItemSlot(this.id, this.previous, this.item, this.gone, this.speeches, this.marks, newPosition,
				this.itemWeight);
	}

	/**
	 * Return an empty slot, which keeps the place of the items behind it.
	 */
	ItemSlot deleted() {
		return new ItemSlot(this.id, this.previous, null, true, Speeches.none(), this.marks, this.position,
				Weights.OF_SLOT);
	}

}
