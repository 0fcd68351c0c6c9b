package io.realtime4j.conversation.completion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * The items of the conversation that were announced. Not thread-safe.
 */
final class ToldItems {

	private static final int REMEMBERED = 256;

	private final RecentIds announced = new RecentIds(REMEMBERED);

	private final Map<Class<?>, String> newest = new HashMap<>();

	private boolean announcing;

	private @Nullable String last;

	/**
	 * Return whether the server announces items at all.
	 */
	boolean isAnnouncing() {
		return this.announcing;
	}

	boolean isKnown(@Nullable String itemId) {
		return itemId != null && this.announced.contains(itemId);
	}

	@Nullable String last() {
		return this.last;
	}

	@Nullable String newest(Class<? extends Item> kind) {
		return this.newest.get(kind);
	}

	void onAnnounced(Item item) {
		this.announcing = true;
		note(item);
	}

	/**
	 * Announce an item in place of the server, once.
	 */
	void announce(Item item, @Nullable String previous, List<ServerEvent> said) {
		if (item.id() != null && !isKnown(item.id())) {
			note(item);
			said.add(new ConversationItemAdded(null, previous, item));
		}
	}

	private void note(Item item) {
		if (item.id() != null && this.announced.add(item.id())) {
			this.last = item.id();
			this.newest.put(item.getClass(), item.id());
		}
	}

	@Nullable String newestSpoken() {
		return this.newest.get(AssistantMessage.class);
	}

	/**
	 * Begin anew on another connection, whose server may announce items.
	 */
	void reset() {
		this.announcing = false;
	}

}
