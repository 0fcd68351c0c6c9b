package io.realtime4j.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.conversation.Restoration;

/**
 * Internal knowledge of a session that goes on with a stored conversation. One session
 * goes on: when it begins anew, it begins with another conversation.
 *
 * @since 0.1.0
 */
public final class Continuation {

	private final ConversationHeader header;

	private final Map<String, Long> positions;

	private final List<ItemSnapshot> items;

	private final long before;

	private final AtomicBoolean taken;

	/**
	 * Create a continuation.
	 * @param header the header, with the number of the new owner
	 * @param records the items as they are in the store
	 * @param items the same as they were read
	 */
	Continuation(ConversationHeader header, List<ItemRecord> records, List<ItemSnapshot> items) {
		this(header, positions(records), items, Long.MIN_VALUE, new AtomicBoolean());
	}

	private Continuation(ConversationHeader header, Map<String, Long> positions, List<ItemSnapshot> items, long before,
			AtomicBoolean taken) {
		this.header = header;
		this.positions = positions;
		this.items = items;
		this.before = before;
		this.taken = taken;
	}

	private static Map<String, Long> positions(List<ItemRecord> records) {
		Map<String, Long> positions = new LinkedHashMap<>();
		records.forEach((record) -> positions.put(record.id(), record.position()));
		return positions;
	}

	/**
	 * Return the same for a session that has no room for the first items: they stay as
	 * they are in the store, in front of what is said next.
	 * @param kept the conversation as the session has it
	 * @return the continuation, which is taken when this one is
	 */
	Continuation startingAt(Conversation kept) {
		List<ItemSnapshot> known = this.items.stream()
			.filter((item) -> kept.snapshot(Restoration.restoredId(item.id())).isPresent())
			.toList();
		Map<String, Long> places = new LinkedHashMap<>(this.positions);
		Set<String> stored = new HashSet<>();
		known.forEach((item) -> stored.add(StoredNames.item(item.id())));
		places.keySet().retainAll(stored);
		long last = this.positions.entrySet()
			.stream()
			.filter((place) -> !stored.contains(place.getKey()))
			.mapToLong(Map.Entry::getValue)
			.max()
			.orElse(Long.MIN_VALUE);
		return new Continuation(this.header, places, known, last, this.taken);
	}

	/**
	 * Return the position of the last item that the session has no room for, or
	 * {@link Long#MIN_VALUE} if there is none.
	 */
	long before() {
		return this.before;
	}

	ConversationHeader header() {
		return this.header;
	}

	/**
	 * Return the positions of the items by their ids in the store.
	 */
	Map<String, Long> positions() {
		return this.positions;
	}

	List<ItemSnapshot> items() {
		return this.items;
	}

	/**
	 * Take it for a session.
	 * @return whether no other one has taken it
	 */
	boolean take() {
		return this.taken.compareAndSet(false, true);
	}

}
