package io.realtime4j.codec;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Internal list of the events of one direction of a protocol family.
 *
 * @param <E> the events
 * @param types the record of each event by its wire type
 * @param unknown creates the event that stands for one which is not known
 * @param hot the events that have a fast path, the most frequent first
 * @since 0.1.0
 */
public record EventKinds<E>(Map<String, Class<? extends E>> types, UnknownFactory<E> unknown, List<HotEvent<E>> hot) {

	/**
	 * Create a new {@link EventKinds} instance.
	 */
	public EventKinds {
		types = Map.copyOf(types);
		hot = List.copyOf(hot);
	}

	/**
	 * Create the events of a direction of which none has a fast path.
	 * @param types the record of each event by its wire type
	 * @param unknown creates the event that stands for one which is not known
	 */
	public EventKinds(Map<String, Class<? extends E>> types, UnknownFactory<E> unknown) {
		this(types, unknown, List.of());
	}

	/**
	 * Creates the event that stands for one which is not known.
	 *
	 * @param <E> the events
	 */
	@FunctionalInterface
	public interface UnknownFactory<E> {

		/**
		 * Create the event.
		 * @param type the value of the member {@code type}
		 * @param eventId the id of the event, or {@code null} if it has none
		 * @param json the whole event
		 * @return the event
		 */
		E create(String type, @Nullable String eventId, JsonNode json);

	}

}
