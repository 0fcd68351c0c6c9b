package io.realtime4j.support;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ids that events named last, so that what is told late or twice is known again.
 * There are only so many of them, however long a session runs. Not thread-safe.
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
