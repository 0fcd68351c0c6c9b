package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.realtime4j.event.client.ConversationItemCreate;
import org.jspecify.annotations.Nullable;

/**
 * The items of a conversation that another connection is told.
 *
 * @param texts the events, in order
 * @param itemsByEvent the ids of the items by those of the events, in order
 */
record RestoredItems(List<String> texts, Map<String, String> itemsByEvent) {

	static RestoredItems nothing() {
		return new RestoredItems(List.of(), Map.of());
	}

	/**
	 * Create the items. Every event and every item needs its id.
	 */
	static RestoredItems of(List<ConversationItemCreate> events, Function<ConversationItemCreate, String> encoder) {
		List<String> texts = new ArrayList<>();
		Map<String, String> items = new LinkedHashMap<>();
		for (ConversationItemCreate event : events) {
			if (event.eventId() != null && event.item().id() != null) {
				texts.add(encoder.apply(event));
				items.put(event.eventId(), event.item().id());
			}
		}
		return new RestoredItems(texts, items);
	}

	/**
	 * Return the same for a server that does not acknowledge items.
	 */
	RestoredItems asUnacknowledged() {
		return new RestoredItems(this.texts, Map.of());
	}

	Set<String> itemIds() {
		return new LinkedHashSet<>(this.itemsByEvent.values());
	}

	@Nullable String itemOf(@Nullable String eventId) {
		return (eventId != null) ? this.itemsByEvent.get(eventId) : null;
	}

}
