package io.realtime4j.conversation.completion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The turns in which somebody spoke and whose transcripts are still to come, oldest
 * first. Not thread-safe.
 */
final class ToldTurns {

	/**
	 * A server that does not transcribe never tells: more turns than these do not wait.
	 */
	private static final int MAX_WAITING = 16;

	private final Deque<Turn> waiting = new ArrayDeque<>(1);

	/**
	 * Note that the user stopped speaking after an item.
	 */
	void onSpeech(@Nullable String itemId, @Nullable String previous) {
		Turn known = (itemId != null) ? find((turn) -> itemId.equals(turn.itemId)) : null;
		if (known == null) {
			add(new Turn(itemId, previous, false));
		}
	}

	void onCommitted(@Nullable String itemId, @Nullable String previous) {
		Turn turn = named(itemId, (other) -> !other.committed);
		if (turn == null) {
			add(new Turn(itemId, previous, true));
		}
		else {
			turn.committed = true;
		}
	}

	Turn onItem(@Nullable String itemId) {
		Turn turn = named(itemId, (other) -> !other.announced);
		if (turn == null) {
			turn = new Turn(itemId, null, true);
			add(turn);
		}
		turn.announced = true;
		return turn;
	}

	/**
	 * Return the turn that a transcript belongs to.
	 */
	Turn transcribed(@Nullable String itemId, @Nullable String last) {
		Turn turn = named(itemId, (other) -> true);
		if (turn == null) {
			turn = new Turn(itemId, last, false);
			add(turn);
		}
		return turn;
	}

	void end(Turn turn) {
		this.waiting.remove(turn);
	}

	void clear() {
		this.waiting.clear();
	}

	// The turn of this name, or the first one that may have it
	private @Nullable Turn named(@Nullable String itemId, Predicate<Turn> condition) {
		Turn known = (itemId != null) ? find((turn) -> itemId.equals(turn.itemId)) : null;
		if (known != null) {
			return known;
		}
		Turn turn = find((other) -> (itemId == null || other.itemId == null) && condition.test(other));
		if (turn != null && turn.itemId == null) {
			turn.itemId = itemId;
		}
		return turn;
	}

	private @Nullable Turn find(Predicate<Turn> condition) {
		return this.waiting.stream().filter(condition).findFirst().orElse(null);
	}

	private void add(Turn turn) {
		this.waiting.add(turn);
		if (this.waiting.size() > MAX_WAITING) {
			this.waiting.remove();
		}
	}

	/**
	 * A turn in which somebody spoke.
	 */
	static final class Turn {

		private final @Nullable String previous;

		private @Nullable String itemId;

		private boolean committed;

		private boolean announced;

		private Turn(@Nullable String itemId, @Nullable String previous, boolean committed) {
			this.itemId = itemId;
			this.previous = previous;
			this.committed = committed;
		}

		/**
		 * Return the id of the item before it, or {@code null} if it is the first.
		 */
		@Nullable String previous() {
			return this.previous;
		}

		String idOr(MadeIds ids) {
			String id = (this.itemId != null) ? this.itemId : ids.next();
			this.itemId = id;
			return id;
		}

	}

}
