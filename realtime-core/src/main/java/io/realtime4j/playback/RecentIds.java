package io.realtime4j.playback;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ids that were added last: what is older does not matter any more.
 */
final class RecentIds {

	private static final int LIMIT = 256;

	private final Set<String> ids = new LinkedHashSet<>();

	boolean add(String id) {
		boolean added = this.ids.add(id);
		if (this.ids.size() > LIMIT) {
			Iterator<String> oldest = this.ids.iterator();
			oldest.next();
			oldest.remove();
		}
		return added;
	}

	boolean contains(String id) {
		return this.ids.contains(id);
	}

	void remove(String id) {
		this.ids.remove(id);
	}

	void clear() {
		this.ids.clear();
	}

}
