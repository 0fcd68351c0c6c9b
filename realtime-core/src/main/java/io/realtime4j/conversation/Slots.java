package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * The items of a conversation in their order. An item whose predecessor is not known yet
 * waits at the end and takes its place when the predecessor comes. Never changes.
 *
 * @param placed the items that have their place
 * @param waiting the items that wait for their predecessors, in the order in which they
 * came
 */
record Slots(List<Slot> placed, List<Slot> waiting) {

	private static final String FIRST = "root";

	private static final Slots NONE = new Slots(List.of(), List.of());

	static Slots none() {
		return NONE;
	}

	Stream<Slot> stream() {
		return Stream.concat(this.placed.stream(), this.waiting.stream());
	}

	@Nullable Slot find(String id) {
		int index = indexOf(this.placed, id);
		if (index >= 0) {
			return this.placed.get(index);
		}
		int waitingIndex = indexOf(this.waiting, id);
		return (waitingIndex >= 0) ? this.waiting.get(waitingIndex) : null;
	}

	Slots update(String id, UnaryOperator<Slot> change) {
		UnaryOperator<Slot> one = (slot) -> slot.id().equals(id) ? change.apply(slot) : slot;
		return map(one);
	}

	Slots map(UnaryOperator<Slot> change) {
		return new Slots(this.placed.stream().map(change).toList(), this.waiting.stream().map(change).toList());
	}

	// An item that was deleted may come again under its id
	Slots add(String id, Item item, @Nullable String previous) {
		List<Slot> ordered = new ArrayList<>(this.placed);
		List<Slot> rest = new ArrayList<>(this.waiting);
		ordered.removeIf((slot) -> slot.id().equals(id));
		rest.removeIf((slot) -> slot.id().equals(id));
		place(new Slot(id, previous, item, false), ordered, rest);
		return new Slots(List.copyOf(ordered), List.copyOf(rest));
	}

	// The server said nothing of a predecessor before
	Slots move(Slot slot, String previous) {
		List<Slot> ordered = new ArrayList<>(this.placed);
		List<Slot> rest = new ArrayList<>(this.waiting);
		ordered.remove(slot);
		place(slot.behind(previous), ordered, rest);
		return new Slots(List.copyOf(ordered), List.copyOf(rest));
	}

	private static void place(Slot slot, List<Slot> ordered, List<Slot> rest) {
		int position = position(slot.previous(), ordered);
		if (position < 0) {
			rest.add(slot);
			return;
		}
		ordered.add(position, slot);
		List<Slot> followers = rest.stream().filter((other) -> slot.id().equals(other.previous())).toList();
		rest.removeAll(followers);
		followers.forEach((follower) -> place(follower, ordered, rest));
	}

	private static int position(@Nullable String previous, List<Slot> ordered) {
		if (previous == null) {
			return ordered.size();
		}
		int before = indexOf(ordered, previous);
		if (before < 0 && !FIRST.equals(previous)) {
			return -1;
		}
		int position = before + 1;
		// The server does not count what it has no more
		while (position < ordered.size() && ordered.get(position).gone()) {
			position++;
		}
		return position;
	}

	// From the end: most events concern the newest items
	private static int indexOf(List<Slot> slots, String id) {
		for (int i = slots.size() - 1; i >= 0; i--) {
			if (Objects.equals(id, slots.get(i).id())) {
				return i;
			}
		}
		return -1;
	}

}
