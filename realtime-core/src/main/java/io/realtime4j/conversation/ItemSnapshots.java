package io.realtime4j.conversation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Takes snapshots of items out of a conversation, and makes the state of a conversation
 * of them.
 */
final class ItemSnapshots {

	private ItemSnapshots() {
	}

	/**
	 * Return the ids of the items that differ, or stand elsewhere.
	 */
	static Set<String> changed(ConversationState before, ConversationState after) {
		Set<String> items = new LinkedHashSet<>();
		before.slots().byId().differences(after.slots().byId(), items::add);
		if (!Objects.equals(before.format(), after.format())) {
			// How much was heard is told by the format
			after.slots().byId().forEach((slot) -> items.add(slot.id()));
		}
		return items;
	}

	static @Nullable ItemSnapshot of(@Nullable ItemSlot slot, ConversationState state) {
		if (slot == null || slot.item() == null || slot.isEarly()) {
			return null;
		}
		ItemView view = state.view(slot, slot.item());
		String whole = (Entries.of(slot, state) instanceof MessageEntry message
				&& !message.text().equals(message.heardText())) ? message.text() : null;
		return new ItemSnapshot(view.item(), state.marks(slot, view), whole);
	}

	static ConversationState state(List<ItemSnapshot> snapshots) {
		ItemSlots slots = ItemSlots.none();
		String previous = null;
		for (ItemSnapshot snapshot : snapshots) {
			String id = snapshot.id();
			slots = slots.add(id, ItemAudio.strip(snapshot.item()), previous)
				.update(id, (slot) -> slot.mark((none) -> snapshot.marks()));
			previous = id;
		}
		return new ConversationState(slots, null, false);
	}

}
