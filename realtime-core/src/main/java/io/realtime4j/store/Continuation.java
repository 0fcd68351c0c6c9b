package io.realtime4j.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.conversation.ItemSnapshot;

/**
 * Knowledge of a session that goes on with a stored conversation. One session goes on:
 * when it begins anew, it begins with another conversation.
 */
final class Continuation {

	private final ConversationHeader header;

	private final Map<String, Long> positions = new LinkedHashMap<>();

	private final List<ItemSnapshot> items;

	private final AtomicBoolean taken = new AtomicBoolean();

	/**
	 * Create a continuation.
	 * @param header the header, with the number of the new owner
	 * @param records the items as they are in the store
	 * @param items the same as they were read
	 */
	Continuation(ConversationHeader header, List<ItemRecord> records, List<ItemSnapshot> items) {
		this.header = header;
		records.forEach((record) -> this.positions.put(record.id(), record.position()));
		this.items = items;
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
