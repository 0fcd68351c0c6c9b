package io.realtime4j.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * All that is said of one item, by its place. Never changes.
 *
 * @param byPlace what is said, by its place in the content of the item
 * @param weight the weight of all that is said, which is kept since items change with
 * each delta
 */
record Speeches(Map<ContentPosition, Speech> byPlace, long weight) {

	/**
	 * No item has more parts than a handful. What a server tells of further ones is not
	 * kept.
	 */
	private static final long MAX_PARTS = 1024;

	private static final Speeches NONE = new Speeches(Map.of(), 0);

	static Speeches none() {
		return NONE;
	}

	@Nullable Speech get(ContentPosition place) {
		return this.byPlace.get(place);
	}

	boolean isEmpty() {
		return this.byPlace.isEmpty();
	}

	@SuppressWarnings("ReferenceEquality")
	Speeches change(ContentPosition place, @Nullable String responseId, UnaryOperator<Speech> change) {
		if (place.contentIndex() < 0 || place.contentIndex() >= MAX_PARTS) {
			return this;
		}
		Speech before = get(place);
		Speech after = change.apply((before != null) ? before : Speech.none(responseId));
		if (after == before) {
			return this;
		}
		long changedWeight = this.weight + after.weight() - ((before != null) ? before.weight() : 0);
		return new Speeches(with(place, after), changedWeight);
	}

	// Nearly every item has one part, and a copy for each of its deltas is to cost little
	private Map<ContentPosition, Speech> with(ContentPosition place, Speech speech) {
		if (this.byPlace.isEmpty() || (this.byPlace.size() == 1 && this.byPlace.containsKey(place))) {
			return Map.of(place, speech);
		}
		Map<ContentPosition, Speech> changed = new HashMap<>(this.byPlace);
		changed.put(place, speech);
		return changed;
	}

	private static Speeches of(Map<ContentPosition, Speech> byPlace) {
		return new Speeches(byPlace, byPlace.values().stream().mapToLong(Speech::weight).sum());
	}

	Speeches without(Predicate<Speech> condition) {
		Map<ContentPosition, Speech> kept = new HashMap<>(this.byPlace);
		return kept.values().removeIf(condition) ? of(kept) : this;
	}

	/**
	 * End all speech, under the id that the item has got.
	 */
	Speeches ended(String itemId) {
		Map<ContentPosition, Speech> ended = new HashMap<>();
		this.byPlace.forEach((place, speech) -> ended
			.put(new ContentPosition(itemId, place.contentIndex(), place.side()), speech.ended()));
		return of(ended);
	}

}
