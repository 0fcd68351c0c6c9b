package io.realtime4j.spring.observation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Names that may be values of a tag, up to a number: each value is another meter, and
 * names that a server or a session brings may be many.
 */
final class BoundedNames {

	static final String OTHER = "other";

	static final String UNKNOWN = "unknown";

	private static final int MAX_LENGTH = 64;

	private final Set<String> names = ConcurrentHashMap.newKeySet();

	private final int max;

	BoundedNames(int max) {
		this.max = max;
	}

	/**
	 * Return the value for a name.
	 * @param name the name, or {@code null} if there is none
	 */
	String of(@Nullable String name) {
		if (name == null) {
			return UNKNOWN;
		}
		if (this.names.contains(name)) {
			return name;
		}
		boolean taken = name.length() <= MAX_LENGTH && this.names.size() < this.max && this.names.add(name);
		return taken ? name : OTHER;
	}

	boolean contains(String name) {
		return this.names.contains(name);
	}

}
