package io.realtime4j.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.conversation.Restoration;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what of a conversation is not in the store, by comparing it with the
 * conversation that was written last: however long a store fails, nothing more than these
 * two has to be kept. Not thread-safe.
 */
final class ConversationJournal {

	/**
	 * Room between two items, for those that take a place between them later.
	 */
	static final long STEP = 1L << 20;

	private final Map<String, Long> positions = new HashMap<>();

	private final Set<String> renamed = new HashSet<>();

	// The ids of items that the store has elsewhere
	private final Set<String> moved = new HashSet<>();

	private Conversation written = Conversation.empty();

	// The largest position of an item that is not in memory any more
	private long floor;

	/**
	 * Create a journal.
	 * @param continuation what is in the store already, or {@code null} for nothing
	 */
	ConversationJournal(@Nullable Continuation continuation) {
		if (continuation == null) {
			return;
		}
		continuation.positions().forEach((stored, position) -> {
			String id = Restoration.restoredId(stored);
			this.positions.put(id, position);
			if (!id.equals(stored)) {
				this.renamed.add(stored);
			}
		});
		List<ItemSnapshot> known = continuation.items()
			.stream()
			.filter((item) -> !this.renamed.contains(item.id()))
			.toList();
		this.floor = this.positions.values().stream().mapToLong(Long::longValue).min().orElse(STEP) - STEP;
		if (continuation.before() > Long.MIN_VALUE) {
			this.floor = continuation.before();
		}
		this.written = Conversation.of(known);
	}

	/**
	 * Return what has to be written.
	 * @param now the conversation as it is
	 * @param letGo items that it has let go since, for want of room
	 * @return the changes
	 */
	Changes changes(Conversation now, Collection<ItemSnapshot> letGo) {
		Set<String> removed = new HashSet<>(this.renamed);
		Set<String> came = new HashSet<>();
		Set<String> changed = now.changedItems(this.written);
		for (String id : changed) {
			if (now.snapshot(id).isPresent()) {
				came.add(id);
			}
			else if (now.isDeleted(id) || isRenamed(id, now)) {
				removed.add(id);
				this.positions.remove(id);
			}
		}
		Map<String, Placed> items = new HashMap<>();
		letGo.forEach((item) -> placeLetGo(item, items));
		came.forEach((id) -> place(id, now));
		if (!changed.stream().allMatch((id) -> isInOrder(id, now))) {
			placeAnew(now);
		}
		this.moved.removeIf((id) -> now.snapshot(id).isEmpty());
		came.addAll(this.moved);
		for (String id : came) {
			ItemSnapshot item = now.snapshot(id).orElseThrow();
			if (this.moved.contains(id) || !isWritten(item)) {
				items.put(id, new Placed(item, this.positions.getOrDefault(id, 0L)));
			}
		}
		return new Changes(now, List.copyOf(items.values()), List.copyOf(removed));
	}

	/**
	 * Take note that changes are in the store.
	 * @param changes the changes
	 */
	void written(Changes changes) {
		this.written = changes.now();
		this.renamed.clear();
		this.moved.clear();
	}

	// A server that gives long ids knows its items by others after a reconnect
	private static boolean isRenamed(String id, Conversation now) {
		String other = Restoration.restoredId(id);
		return !other.equals(id) && now.snapshot(other).isPresent();
	}

	private boolean isWritten(ItemSnapshot item) {
		return this.written.snapshot(item.id()).filter((before) -> isSame(before, item)).isPresent();
	}

	private static boolean isSame(ItemSnapshot one, ItemSnapshot other) {
		return one.item().equals(other.item()) && one.marks().idle() == other.marks().idle()
				&& one.marks().interrupted() == other.marks().interrupted()
				&& one.marks().abandoned() == other.marks().abandoned()
				&& String.valueOf(one.wholeText()).equals(String.valueOf(other.wholeText()));
	}

	private void placeLetGo(ItemSnapshot item, Map<String, Placed> items) {
		Placed placed = new Placed(item, placeOfLetGo(item.id()));
		if (!isWritten(item)) {
			items.put(item.id(), placed);
		}
	}

	private long placeOfLetGo(String id) {
		Long known = this.positions.remove(id);
		long position = (known != null) ? known : this.floor + 1;
		this.floor = Math.max(this.floor, position);
		return position;
	}

	private void place(String id, Conversation now) {
		Deque<String> chain = new ArrayDeque<>();
		String next = id;
		while (next != null && !this.positions.containsKey(next)) {
			chain.push(next);
			next = now.itemBefore(next).orElse(null);
		}
		long before = (next != null) ? this.positions.getOrDefault(next, this.floor) : this.floor;
		for (String each : chain) {
			before = between(before);
			this.positions.put(each, before);
		}
	}

	// Few items take a place between others, so that it is looked for each time
	private long between(long before) {
		long after = this.positions.values()
			.stream()
			.mapToLong(Long::longValue)
			.filter((position) -> position > before)
			.min()
			.orElse(Long.MAX_VALUE);
		return (after == Long.MAX_VALUE) ? before + STEP : before + (after - before) / 2;
	}

	// Between an item and the next one may be deleted ones, which are no items any more
	private boolean isInOrder(String id, Conversation now) {
		String next = now.itemAfter(id).orElse(null);
		return isBehind(id, now.itemBefore(id).orElse(null))
				&& (next == null || isBehind(next, now.itemBefore(next).orElse(null)));
	}

	private boolean isBehind(String id, @Nullable String before) {
		Long position = this.positions.get(id);
		Long positionBefore = (before != null) ? this.positions.get(before) : null;
		return position == null || positionBefore == null || positionBefore < position;
	}

	// An item took another place, or there is no room between two
	private void placeAnew(Conversation now) {
		long last = this.positions.values().stream().mapToLong(Long::longValue).max().orElse(this.floor);
		this.positions.keySet().removeIf((id) -> now.snapshot(id).isEmpty());
		for (ItemSnapshot item : now.snapshots()) {
			last += STEP;
			this.positions.put(item.id(), last);
			this.moved.add(item.id());
		}
	}

	/**
	 * Changes that have to be written.
	 *
	 * @param now the conversation that the store has then
	 * @param items the items that are new or have changed
	 * @param removed the ids of the items that are there no more
	 */
	record Changes(Conversation now, List<Placed> items, List<String> removed) {

		boolean isEmpty() {
			return this.items.isEmpty() && this.removed.isEmpty();
		}

	}

	/**
	 * An item in its place.
	 *
	 * @param item the item
	 * @param position its position
	 */
	record Placed(ItemSnapshot item, long position) {

	}

}
