package io.realtime4j.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds the places of entries among the entries of a conversation. It looks from both
 * ends at once and no further than it has to: what changes is near one of them, however
 * long the conversation is.
 */
final class EntryIndex {

	private final ConversationState state;

	private final Set<String> wanted;

	private final Map<String, Integer> places = new HashMap<>();

	private EntryIndex(ConversationState state, Set<String> wanted) {
		this.state = state;
		this.wanted = wanted;
	}

	/**
	 * Return the places of entries.
	 * @param state the conversation
	 * @param count how many entries it has
	 * @param wanted the ids of items that have entries
	 * @return the places by the ids
	 */
	static Map<String, Integer> of(ConversationState state, int count, Set<String> wanted) {
		EntryIndex index = new EntryIndex(state, wanted);
		index.search(count);
		return index.places;
	}

	private void search(int count) {
		ItemSlots slots = this.state.slots();
		ItemSlot head = slots.first();
		ItemSlot tail = slots.last();
		int before = 0;
		int behind = count;
		while (head != null && tail != null && this.places.size() < this.wanted.size()) {
			note(head, before);
			before += length(head);
			behind -= length(tail);
			note(tail, behind);
			head = slots.after(head);
			tail = slots.before(tail);
		}
	}

	private void note(ItemSlot slot, int place) {
		if (this.wanted.contains(slot.id())) {
			this.places.put(slot.id(), place);
		}
	}

	private int length(ItemSlot slot) {
		return Entries.has(slot, this.state) ? 1 : 0;
	}

}
