package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Finds out how the entries of one conversation become those of another. What both share
 * is not looked at.
 */
final class EntryChanges {

	/**
	 * To move more entries than this one by one takes longer than to take them all out.
	 */
	private static final int FEW = 8;

	private final List<Placed> differences = new ArrayList<>();

	private final List<Placed> moved;

	private final int[] gone;

	private final int[] come;

	private final int count;

	private EntryChanges(ConversationState before, int countBefore, ConversationState after) {
		List<EntryDifference> found = changedItems(before, after).stream()
			.map((id) -> EntryDifference.of(id, before, after))
			.filter(EntryDifference::isAny)
			.toList();
		long goneCount = found.stream().filter(EntryDifference::hasGone).count();
		long comeCount = found.stream().filter(EntryDifference::hasCome).count();
		this.count = (int) (countBefore - goneCount + comeCount);
		Map<String, Integer> placesBefore = EntryIndex.of(before, countBefore,
				ids(found, (one) -> one.before() != null));
		Map<String, Integer> placesAfter = EntryIndex.of(after, this.count, ids(found, (one) -> one.after() != null));
		found.forEach((one) -> this.differences
			.add(new Placed(one, placesBefore.getOrDefault(one.id(), -1), placesAfter.getOrDefault(one.id(), -1))));
		this.gone = indexes(EntryDifference::hasGone, Placed::before);
		this.come = indexes(EntryDifference::hasCome, Placed::after);
		this.moved = moved();
	}

	static EntryChanges between(ConversationState before, int countBefore, ConversationState after) {
		return new EntryChanges(before, countBefore, after);
	}

	// An output changes the entry of its call
	private static Set<String> changedItems(ConversationState before, ConversationState after) {
		Set<String> items = new HashSet<>();
		before.slots().byId().differences(after.slots().byId(), (id) -> {
			items.add(id);
			addCalls(id, before.slots(), items);
			addCalls(id, after.slots(), items);
		});
		if (!Objects.equals(before.format(), after.format())) {
			after.slots().byId().forEach((slot) -> items.add(slot.id()));
		}
		return items;
	}

	private static void addCalls(String id, ItemSlots slots, Set<String> items) {
		ItemSlot slot = slots.find(id);
		String callId = (slot != null) ? CallIndex.callId(slot.item()) : null;
		if (callId != null) {
			items.addAll(slots.calls().of(callId).calls());
		}
	}

	private static Set<String> ids(List<EntryDifference> differences, Predicate<EntryDifference> condition) {
		return differences.stream().filter(condition).map(EntryDifference::id).collect(Collectors.toSet());
	}

	private int[] indexes(Predicate<EntryDifference> condition, ToIntFunction<Placed> index) {
		return this.differences.stream()
			.filter((placed) -> condition.test(placed.difference()))
			.mapToInt(index)
			.sorted()
			.toArray();
	}

	// Those that took another place, unless all stand where they did
	private List<Placed> moved() {
		List<Placed> candidates = this.differences.stream().filter((placed) -> placed.difference().moved()).toList();
		boolean same = candidates.stream().allMatch((placed) -> rankBefore(placed) == rankAfter(placed));
		return same ? List.of() : candidates;
	}

	// The place among those that were there before and are there now
	private int rankBefore(Placed placed) {
		return placed.before() - smaller(this.gone, placed.before());
	}

	private int rankAfter(Placed placed) {
		return placed.after() - smaller(this.come, placed.after());
	}

	private static int smaller(int[] indexes, int limit) {
		int found = Arrays.binarySearch(indexes, limit);
		return (found >= 0) ? found : -found - 1;
	}

	/**
	 * Return how many entries there are after the changes.
	 * @return the number
	 */
	int count() {
		return this.count;
	}

	/**
	 * Return the changes.
	 * @return the changes in the order in which to apply them
	 */
	List<ConversationChange> inOrder() {
		boolean few = this.moved.size() <= FEW;
		Set<Placed> late = new HashSet<>(few ? this.moved.stream().filter(this::isAhead).toList() : List.of());
		Set<Placed> early = new HashSet<>(this.moved);
		early.removeAll(late);
		List<ConversationChange> changes = new ArrayList<>();
		this.differences.stream()
			.filter((placed) -> placed.difference().hasGone() || early.contains(placed))
			.sorted(Comparator.comparingInt(Placed::before).reversed())
			.forEach((placed) -> changes.add(placed.removed(placed.before())));
		this.differences.stream()
			.filter((placed) -> placed.difference().after() != null)
			.sorted(Comparator.comparingInt(Placed::after))
			.forEach((placed) -> {
				if (late.contains(placed)) {
					changes.add(placed.removed(current(placed, late)));
				}
				ConversationChange change = placed.arrived(late.contains(placed) || early.contains(placed));
				if (change != null) {
					changes.add(change);
				}
			});
		return List.copyOf(changes);
	}

	// Whether it comes to stand before others that stood before it
	private boolean isAhead(Placed placed) {
		return passed(placed) >= 0;
	}

	// How many of those that did not move it passes on its way to the front
	private int passed(Placed placed) {
		long movedBefore = this.moved.stream().filter((other) -> other.before() < placed.before()).count();
		long movedAfter = this.moved.stream().filter((other) -> other.after() < placed.after()).count();
		return (int) ((rankBefore(placed) - movedBefore) - (rankAfter(placed) - movedAfter));
	}

	// Where an entry stands when all those that come to stand before it do
	private int current(Placed placed, Set<Placed> late) {
		long waiting = late.stream()
			.filter((other) -> other.before() < placed.before() && other.after() > placed.after())
			.count();
		return placed.after() + passed(placed) + (int) waiting;
	}

	/**
	 * A difference in its place.
	 *
	 * @param difference the difference
	 * @param before the place of the entry before, negative if it had none
	 * @param after the place of the entry now, negative if it has none
	 */
	private record Placed(EntryDifference difference, int before, int after) {

		ConversationChange removed(int index) {
			return new ConversationChange.Removed(index, this.difference.id());
		}

		@Nullable ConversationChange arrived(boolean moves) {
			ConversationEntry entry = Objects.requireNonNull(this.difference.after());
			if (moves || this.difference.hasCome()) {
				return new ConversationChange.Added(this.after, entry);
			}
			return entry.equals(this.difference.before()) ? null : new ConversationChange.Changed(this.after, entry);
		}

	}

}
