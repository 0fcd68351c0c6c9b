package io.realtime4j.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Where a slot stands: between two others of its chain.
 *
 * @param chain the chain
 * @param serial tells when the slot took this place; another one after it took another
 * @param before the id of the slot before it in the chain, or {@code null} if it is the
 * first
 * @param after the id of the slot behind it in the chain, or {@code null} if it is the
 * last
 */
record Position(Chain chain, long serial, @Nullable String before, @Nullable String after) {

	static final Position EARLY = new Position(Chain.EARLY, 0, null, null);

	Position behind(@Nullable String id) {
		return new Position(this.chain, this.serial, id, this.after);
	}

	Position ahead(@Nullable String id) {
		return new Position(this.chain, this.serial, this.before, id);
	}

	/**
	 * The chains of slots.
	 */
	enum Chain {

		/**
		 * Items that have their place.
		 */
		PLACED,

		/**
		 * Items that wait for their predecessors, in the order in which they came.
		 */
		WAITING,

		/**
		 * Speech of items that the server has not told of.
		 */
		EARLY

	}

	/**
	 * The ends of a chain.
	 *
	 * @param first the id of its first slot, or {@code null} if it is empty
	 * @param last the id of its last slot, or {@code null} if it is empty
	 * @param size how many slots it has
	 */
	record Ends(@Nullable String first, @Nullable String last, int size) {

		static final Ends NONE = new Ends(null, null, 0);

	}

}
