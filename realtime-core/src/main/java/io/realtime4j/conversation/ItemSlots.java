package io.realtime4j.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.realtime4j.conversation.Position.Chain;
import io.realtime4j.conversation.Position.Ends;
import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * The items of a conversation in their order. An item whose predecessor is not known yet
 * waits at the end and takes its place when the predecessor comes. Never changes; what
 * one event changes costs the same however many items there are.
 *
 * @param byId the slots by the ids of their items
 * @param placed the chain of items that have their place
 * @param waiting the chain of items that wait for their predecessors
 * @param early the chain of what was said of items that the server has not told of
 * @param followers the ids of those that wait, by the ids of what they wait for
 * @param calls the calls of functions and their outputs
 * @param serial how many places were taken so far
 * @param weight how much memory all slots take, about
 */
record ItemSlots(TrieMap<ItemSlot> byId, Ends placed, Ends waiting, Ends early, TrieMap<TrieMap<String>> followers,
		CallIndex calls, long serial, long weight) {

	/**
	 * Speech comes before its item, but not by much: the rest belongs to items that never
	 * come.
	 */
	static final int MAX_EARLY = 100;

	private static final String FIRST = "root";

	private static final ItemSlots NONE = new ItemSlots(TrieMap.empty(), Ends.NONE, Ends.NONE, Ends.NONE,
			TrieMap.empty(), CallIndex.none(), 0, 0);

	static ItemSlots none() {
		return NONE;
	}

	int size() {
		return this.placed.size() + this.waiting.size() + this.early.size();
	}

	@Nullable ItemSlot find(@Nullable String id) {
		return this.byId.get(id);
	}

	/**
	 * Return the slots of items in their order, deleted ones among them.
	 * @return the slots
	 */
	List<ItemSlot> inOrder() {
		List<ItemSlot> slots = new ArrayList<>(this.placed.size() + this.waiting.size());
		for (ItemSlot slot = first(); slot != null; slot = after(slot)) {
			slots.add(slot);
		}
		return slots;
	}

	@Nullable ItemSlot first() {
		return find((this.placed.first() != null) ? this.placed.first() : this.waiting.first());
	}

	@Nullable ItemSlot last() {
		return find((this.waiting.last() != null) ? this.waiting.last() : this.placed.last());
	}

	/**
	 * Return the next slot. Slots that wait for their predecessor come last.
	 */
	@Nullable ItemSlot after(ItemSlot slot) {
		String id = slot.position().after();
		return find((id == null && slot.position().chain() == Chain.PLACED) ? this.waiting.first() : id);
	}

	@Nullable ItemSlot before(ItemSlot slot) {
		String id = slot.position().before();
		return find((id == null && slot.position().chain() == Chain.WAITING) ? this.placed.last() : id);
	}

	void forEachEarly(Consumer<ItemSlot> action) {
		ItemSlot slot = find(this.early.first());
		while (slot != null) {
			action.accept(slot);
			slot = find(slot.position().after());
		}
	}

	/**
	 * Return the slot that was there longest.
	 * @return the slot, or {@code null} if there is none
	 */
	@Nullable ItemSlot oldest() {
		ItemSlot first = first();
		return (first != null) ? first : find(this.early.first());
	}

	/**
	 * Change a slot, which is added if it is unknown.
	 */
	ItemSlots change(String id, UnaryOperator<ItemSlot> change) {
		ItemSlot known = find(id);
		Edit edit = new Edit(this);
		if (known != null) {
			edit.replace(change.apply(known));
			return edit.done();
		}
		edit.append(change.apply(ItemSlot.early(id)), Chain.EARLY);
		if (edit.early.size() > MAX_EARLY) {
			edit.remove(edit.get(edit.early.first()));
		}
		return edit.done();
	}

	ItemSlots update(String id, UnaryOperator<ItemSlot> change) {
		return (find(id) != null) ? change(id, change) : this;
	}

	/**
	 * Add an item. A deleted item may be added again under its id.
	 */
	ItemSlots add(String id, Item item, @Nullable String previous) {
		Edit edit = new Edit(this);
		ItemSlot known = find(id);
		if (known != null) {
			edit.remove(known);
		}
		ItemSlot told = (known != null && known.isEarly()) ? known : ItemSlot.early(id).mark(marksOf(known));
		edit.place(told.behind(previous).withItem(item));
		return edit.done();
	}

	private static UnaryOperator<ItemMarks> marksOf(@Nullable ItemSlot slot) {
		return (none) -> (slot != null) ? slot.marks() : none;
	}

	/**
	 * Move an item behind its predecessor, which was not known before.
	 */
	ItemSlots move(ItemSlot slot, String previous) {
		Edit edit = new Edit(this);
		edit.remove(slot);
		edit.place(slot.behind(previous));
		return edit.done();
	}

	ItemSlots without(ItemSlot slot) {
		Edit edit = new Edit(this);
		edit.remove(slot);
		return edit.done();
	}

	/**
	 * Return slots in the same order, each one changed.
	 * @param change makes the slots of now
	 * @return the slots
	 */
	ItemSlots map(UnaryOperator<ItemSlot> change) {
		Edit edit = new Edit(NONE);
		edit.serial = this.serial;
		inOrder().forEach((slot) -> edit.append(change.apply(slot), slot.position().chain()));
		forEachEarly((slot) -> edit.append(change.apply(slot), Chain.EARLY));
		return edit.done();
	}

	/**
	 * One change on its way.
	 */
	private static final class Edit {

		private TrieMap<ItemSlot> byId;

		private Ends placed;

		private Ends waiting;

		private Ends early;

		private TrieMap<TrieMap<String>> followers;

		private CallIndex calls;

		private long serial;

		private long weight;

		Edit(ItemSlots start) {
			this.byId = start.byId;
			this.placed = start.placed;
			this.waiting = start.waiting;
			this.early = start.early;
			this.followers = start.followers;
			this.calls = start.calls;
			this.serial = start.serial;
			this.weight = start.weight;
		}

		ItemSlots done() {
			return new ItemSlots(this.byId, this.placed, this.waiting, this.early, this.followers, this.calls,
					this.serial, this.weight);
		}

		ItemSlot get(@Nullable String id) {
			return Objects.requireNonNull(this.byId.get(id));
		}

		void replace(ItemSlot slot) {
			ItemSlot before = this.byId.get(slot.id());
			this.weight += slot.weight() - ((before != null) ? before.weight() : 0);
			this.calls = this.calls.change((before != null) ? before.item() : null, slot.item());
			this.byId = this.byId.with(slot.id(), slot);
		}

		/**
		 * Place a slot and those that wait for it, without recursion: a server may send
		 * thousands of items in reverse order.
		 */
		void place(ItemSlot slot) {
			Deque<ItemSlot> next = new ArrayDeque<>();
			next.push(slot);
			while (!next.isEmpty()) {
				ItemSlot current = next.pop();
				if (isPlaceKnown(current.previous())) {
					insert(current, before(current.previous()), Chain.PLACED);
					takeFollowers(current.id()).forEach(next::push);
				}
				else {
					append(current, Chain.WAITING);
				}
			}
		}

		private boolean isPlaceKnown(@Nullable String previous) {
			ItemSlot known = this.byId.get(previous);
			return previous == null || FIRST.equals(previous)
					|| (known != null && known.position().chain() == Chain.PLACED);
		}

		// The server does not count what it has no more
		private @Nullable String before(@Nullable String previous) {
			if (previous == null) {
				return this.placed.last();
			}
			ItemSlot known = this.byId.get(previous);
			boolean placedOne = known != null && known.position().chain() == Chain.PLACED;
			String before = placedOne ? previous : null;
			ItemSlot next = this.byId.get(placedOne ? get(previous).position().after() : this.placed.first());
			while (next != null && next.gone()) {
				before = next.id();
				next = this.byId.get(next.position().after());
			}
			return before;
		}

		// The one that came last stands first, as if each had come now
		private List<ItemSlot> takeFollowers(String id) {
			TrieMap<String> ids = this.followers.get(id);
			if (ids == null) {
				return List.of();
			}
			List<ItemSlot> taken = new ArrayList<>();
			ids.forEach((follower) -> taken.add(get(follower)));
			taken.forEach((slot) -> remove(get(slot.id())));
			taken.sort(Comparator.comparingLong((ItemSlot slot) -> slot.position().serial()).reversed());
			return taken;
		}

		void append(ItemSlot slot, Chain chain) {
			insert(slot, ends(chain).last(), chain);
		}

		private void insert(ItemSlot slot, @Nullable String before, Chain chain) {
			Ends ends = ends(chain);
			String after = (before != null) ? get(before).position().after() : ends.first();
			replace(slot.at(new Position(chain, ++this.serial, before, after)));
			if (before != null) {
				replace(get(before).at(get(before).position().ahead(slot.id())));
			}
			if (after != null) {
				replace(get(after).at(get(after).position().behind(slot.id())));
			}
			ends(chain, new Ends((before != null) ? ends.first() : slot.id(), (after != null) ? ends.last() : slot.id(),
					ends.size() + 1));
			if (chain == Chain.WAITING && slot.previous() != null) {
				TrieMap<String> known = this.followers.get(slot.previous());
				this.followers = this.followers.with(slot.previous(),
						((known != null) ? known : TrieMap.<String>empty()).with(slot.id(), slot.id()));
			}
		}

		void remove(ItemSlot slot) {
			Position position = slot.position();
			String before = position.before();
			String after = position.after();
			if (before != null) {
				replace(get(before).at(get(before).position().ahead(after)));
			}
			if (after != null) {
				replace(get(after).at(get(after).position().behind(before)));
			}
			Ends ends = ends(position.chain());
			ends(position.chain(), new Ends((before != null) ? ends.first() : after,
					(after != null) ? ends.last() : before, ends.size() - 1));
			this.weight -= slot.weight();
			this.calls = this.calls.change(slot.item(), null);
			this.byId = this.byId.without(slot.id());
			if (position.chain() == Chain.WAITING && slot.previous() != null) {
				forgetFollower(slot.previous(), slot.id());
			}
		}

		private void forgetFollower(String previous, String id) {
			TrieMap<String> known = this.followers.get(previous);
			TrieMap<String> others = (known != null) ? known.without(id) : TrieMap.<String>empty();
			this.followers = others.isEmpty() ? this.followers.without(previous)
					: this.followers.with(previous, others);
		}

		private Ends ends(Chain chain) {
			return switch (chain) {
				case PLACED -> this.placed;
				case WAITING -> this.waiting;
				case EARLY -> this.early;
			};
		}

		private void ends(Chain chain, Ends ends) {
			if (chain == Chain.PLACED) {
				this.placed = ends;
			}
			else if (chain == Chain.WAITING) {
				this.waiting = ends;
			}
			else {
				this.early = ends;
			}
		}

	}

}
