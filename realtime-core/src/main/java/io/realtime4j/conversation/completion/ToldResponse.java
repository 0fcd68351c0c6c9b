package io.realtime4j.conversation.completion;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.realtime4j.conversation.completion.ToldItem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A response that runs, as far as the server told of it. Not thread-safe.
 */
final class ToldResponse {

	private static final int MAX_ITEMS = 256;

	private final String id;

	private boolean beside;

	private final Map<String, ToldItem> items = new LinkedHashMap<>();

	ToldResponse(String id) {
		this.id = id;
	}

	String id() {
		return this.id;
	}

	/**
	 * Note the beginning of the response, which may come after its first parts.
	 */
	void tell(boolean isBeside) {
		this.beside = isBeside;
	}

	boolean isBeside() {
		return this.beside;
	}

	boolean has(String itemId) {
		return this.items.containsKey(itemId);
	}

	ToldItem item(String itemId, Kind kind, long outputIndex) {
		ToldItem unnamed = has(itemId) ? null
				: last((item) -> item.kind() == kind && !item.isDone() && item.takeName(itemId));
		if (unnamed != null) {
			this.items.put(itemId, unnamed);
		}
		ToldItem item = this.items.computeIfAbsent(itemId, (key) -> new ToldItem(key, kind));
		item.at(outputIndex);
		if (this.items.size() > MAX_ITEMS) {
			Iterator<ToldItem> oldest = this.items.values().iterator();
			oldest.next();
			oldest.remove();
		}
		return item;
	}

	/**
	 * Return the unfinished item that an event without an item id belongs to.
	 */
	@Nullable ToldItem find(Kind kind, long outputIndex) {
		ToldItem there = last((item) -> item.kind() == kind && !item.isDone() && item.isAt(outputIndex));
		return (there != null) ? there : last((item) -> item.kind() == kind && !item.isDone());
	}

	@Nullable ToldItem last(Predicate<ToldItem> condition) {
		ToldItem found = null;
		for (ToldItem item : this.items.values()) {
			found = condition.test(item) ? item : found;
		}
		return found;
	}

	/**
	 * Return the item at a place among the items of its kind.
	 */
	@Nullable ToldItem get(Kind kind, int place) {
		return this.items.values()
			.stream()
			.distinct()
			.filter((item) -> item.kind() == kind)
			.skip(place)
			.findFirst()
			.orElse(null);
	}

	List<ToldItem> open() {
		List<ToldItem> open = new ArrayList<>(new LinkedHashSet<>(this.items.values()));
		open.removeIf(ToldItem::isDone);
		return open;
	}

}
