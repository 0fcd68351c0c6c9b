package io.realtime4j.support;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Internal set of the ids that events named last, to recognize events that arrive late or
 * twice. Their number is bounded, however long a session lasts. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class RecentIds {

	private final Set<String> ids = new LinkedHashSet<>();

	private final int limit;

	/**
	 * Create an instance without ids.
	 * @param limit the largest number of ids; the oldest one gives way
	 */
	public RecentIds(int limit) {
		this.limit = limit;
	}

	/**
	 * Take an id.
	 * @param id the id
	 * @return whether it is new
	 */
	public boolean add(String id) {
		boolean added = this.ids.add(id);
		if (this.ids.size() > this.limit) {
			Iterator<String> oldest = this.ids.iterator();
			oldest.next();
			oldest.remove();
		}
		return added;
	}

	/**
	 * Return whether an id is known.
	 * @param id the id
	 * @return whether it was taken and has not given way
	 */
	public boolean contains(String id) {
		return this.ids.contains(id);
	}

	/**
	 * Forget an id.
	 * @param id the id
	 */
	public void remove(String id) {
		this.ids.remove(id);
	}

	/**
	 * Forget all ids.
	 */
	public void clear() {
		this.ids.clear();
	}

}
