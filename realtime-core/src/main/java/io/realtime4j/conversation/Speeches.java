package io.realtime4j.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * All that is said, by its place. Never changes. A change copies only what was said since
 * the last fold, which is little: thus deltas stay cheap in long conversations.
 *
 * @param cold what was said before the last fold
 * @param hot what was said or changed since
 */
record Speeches(Map<Place, Speech> cold, Map<Place, Speech> hot) {

	private static final Speeches NONE = new Speeches(Map.of(), Map.of());

	static Speeches none() {
		return NONE;
	}

	@Nullable Speech get(Place place) {
		Speech speech = this.hot.get(place);
		return (speech != null) ? speech : this.cold.get(place);
	}

	@SuppressWarnings("ReferenceEquality")
	Speeches change(Place place, @Nullable String responseId, UnaryOperator<Speech> change) {
		Speech before = get(place);
		Speech after = change.apply((before != null) ? before : Speech.none(responseId));
		if (after == before) {
			return this;
		}
		Map<Place, Speech> changed = new HashMap<>(this.hot);
		changed.put(place, after);
		return new Speeches(this.cold, changed);
	}

	Speeches folded() {
		return this.hot.isEmpty() ? this : new Speeches(all(), Map.of());
	}

	Speeches without(Predicate<Map.Entry<Place, Speech>> condition) {
		Map<Place, Speech> kept = all();
		return kept.entrySet().removeIf(condition) ? new Speeches(kept, Map.of()) : this;
	}

	Speeches ended(UnaryOperator<String> name) {
		Map<Place, Speech> renamed = new HashMap<>();
		all().forEach((place, speech) -> renamed
			.put(new Place(name.apply(place.itemId()), place.contentIndex(), place.side()), speech.ended()));
		return new Speeches(renamed, Map.of());
	}

	private Map<Place, Speech> all() {
		Map<Place, Speech> all = new HashMap<>(this.cold);
		all.putAll(this.hot);
		return all;
	}

}
