package io.realtime4j.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Internal helper for defensive copies.
 *
 * @since 0.1.0
 */
public final class Copies {

	private Copies() {
	}

	/**
	 * Return an unmodifiable copy of a list.
	 * @param <T> the type of the elements
	 * @param list the list
	 * @return the copy
	 */
	public static <T> List<T> list(List<T> list) {
		return List.copyOf(list);
	}

	/**
	 * Return an unmodifiable copy of a list that may be absent.
	 * @param <T> the type of the elements
	 * @param list the list, or {@code null}
	 * @return the copy, or {@code null}
	 */
	public static <T> @Nullable List<T> nullableList(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : null;
	}

	/**
	 * Return an unmodifiable copy of a map that may be absent, in the same order.
	 * @param <T> the type of the values
	 * @param map the map, or {@code null}
	 * @return the copy, or {@code null}
	 */
	public static <T> @Nullable Map<String, T> nullableMap(@Nullable Map<String, T> map) {
		return (map != null) ? java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map)) : null;
	}

	/**
	 * Return an unmodifiable copy of the members that are not known, in the same order.
	 * @param extra the members, or {@code null} for none
	 * @return the copy
	 */
	public static Map<String, JsonNode> extra(@Nullable Map<String, JsonNode> extra) {
		return (extra != null && !extra.isEmpty()) ? java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extra))
				: Map.of();
	}

}
