package io.realtime4j.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

import io.realtime4j.conversation.Conversation.State;

/**
 * Knows which places entries have among the entries of a conversation.
 */
final class EntryIndex {

	/**
	 * For more entries than this it is quicker to count all than to count from the ends.
	 */
	static final int FEW = 8;

	private EntryIndex() {
	}

	/**
	 * Return what gives the places of entries.
	 * @param state the conversation
	 * @param count how many entries it has
	 * @param wanted how many places are asked for
	 * @return gives the place by the id of the item
	 */
	static ToIntFunction<String> of(State state, int count, int wanted) {
		if (wanted <= FEW) {
			return (id) -> count(state, Objects.requireNonNull(state.slots().find(id)), count);
		}
		Map<String, Integer> indexes = new HashMap<>();
		for (ItemSlot slot : state.slots().inOrder()) {
			if (Entries.has(slot, state)) {
				indexes.put(slot.id(), indexes.size());
			}
		}
		return (id) -> Objects.requireNonNull(indexes.get(id));
	}

	// From both ends at once: most changes are near one of them
	private static int count(State state, ItemSlot slot, int count) {
		int before = 0;
		int behind = 0;
		ItemSlot earlier = state.slots().before(slot);
		ItemSlot later = state.slots().after(slot);
		while (earlier != null && later != null) {
			before += Entries.has(earlier, state) ? 1 : 0;
			behind += Entries.has(later, state) ? 1 : 0;
			earlier = state.slots().before(earlier);
			later = state.slots().after(later);
		}
		return (earlier != null) ? count - 1 - behind : before;
	}

}
