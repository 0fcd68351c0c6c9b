package io.realtime4j.conversation;

import java.util.function.UnaryOperator;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Parts that a conversation is made of.
 *
 * @param slots the items in their order, with all that is said of them
 * @param format the format of the model's audio, or {@code null} for the default
 * @param keepsAudio whether the model's audio is kept
 */
record ConversationState(ItemSlots slots, @Nullable AudioFormat format, boolean keepsAudio) {

	ConversationState with(ItemSlots changed) {
		return new ConversationState(changed, this.format, this.keepsAudio);
	}

	ConversationState with(AudioFormat changed) {
		return changed.equals(this.format) ? this : new ConversationState(this.slots, changed, this.keepsAudio);
	}

	ConversationState mark(String itemId, UnaryOperator<ItemMarks> mark) {
		ItemMarks before = marks(itemId);
		return mark.apply(before).equals(before) ? this : with(this.slots.change(itemId, (slot) -> slot.mark(mark)));
	}

	@SuppressWarnings("ReferenceEquality")
	ConversationState say(ContentPosition place, @Nullable String responseId, UnaryOperator<Speech> change) {
		ItemSlot slot = this.slots.find(place.itemId());
		if (slot != null && slot.isDeleted()) {
			return this;
		}
		Speeches before = (slot != null) ? slot.speeches() : Speeches.none();
		Speeches after = before.change(place, responseId, change);
		return (after != before) ? with(this.slots.change(place.itemId(), (same) -> same.say(after))) : this;
	}

	ItemMarks marks(String itemId) {
		ItemSlot slot = this.slots.find(itemId);
		return (slot != null) ? slot.marks() : ItemMarks.NONE;
	}

	ItemView view(ItemSlot slot, Item item) {
		return ItemView.of(item, slot.speeches(), this.format);
	}

	/**
	 * Return the marks of an item, including those that its transcript implies.
	 */
	ItemMarks marks(ItemSlot slot, ItemView view) {
		return view.isSilence() ? slot.marks().asIdle() : slot.marks();
	}

}
