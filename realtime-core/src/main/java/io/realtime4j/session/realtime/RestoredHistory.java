package io.realtime4j.session.realtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.Restoration;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * The history that the last connection was told. Not thread-safe: the session calls it
 * under its lock.
 */
final class RestoredHistory {

	private final Set<String> ids = new HashSet<>();

	private List<Item> awaited = List.of();

	private boolean announced;

	/**
	 * Begin another connection.
	 * @param conversation what is to be said again, or {@code null} for nothing
	 * @param announces whether the server announced items over the connection before
	 * @param eventIds returns ids for events
	 * @param encoder writes events
	 * @return what is said, with the items whose acknowledgement is worth waiting for
	 */
	RestoredItems begin(@Nullable Conversation conversation, boolean announces, Supplier<String> eventIds,
			Function<ConversationItemCreate, String> encoder) {
		List<ConversationItemCreate> events = (conversation != null) ? Restoration.events(conversation) : List.of();
		this.awaited = events.stream().map(ConversationItemCreate::item).toList();
		this.announced |= announces;
		RestoredItems history = RestoredItems
			.of(events.stream().map((event) -> event.withEventId(eventIds.get())).toList(), encoder);
		this.ids.clear();
		this.ids.addAll(history.itemIds());
		return this.announced ? history : history.asUnacknowledged();
	}

	void complete() {
		this.awaited = List.of();
	}

	/**
	 * Return the items that the server may acknowledge without their ids.
	 */
	List<Item> awaited() {
		return this.awaited;
	}

	/**
	 * Return whether an event repeats a restored item, of which the server has less than
	 * the history.
	 */
	boolean isToldBy(ServerEvent event) {
		Item item = ToldItem.in(event);
		String id = (item != null) ? item.id() : null;
		if (id == null || !this.ids.contains(id)) {
			return false;
		}
		if (!this.awaited.isEmpty()) {
			// What somebody says later may be the same words
			this.awaited = this.awaited.stream().filter((other) -> !id.equals(other.id())).toList();
		}
		return true;
	}

}
