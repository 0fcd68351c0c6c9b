package io.realtime4j.session;

import java.util.List;

import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.model.item.Item;

/**
 * Event published when the history exceeded its limits and the oldest items were removed.
 * The server still has them, unless it is configured to delete them as well. They are not
 * restored after a reconnect. An application that wants to keep them should store them
 * now.
 *
 * @param snapshots the items with all that was known of them, oldest first
 * @since 0.1.0
 */
public record HistoryTrimmed(List<ItemSnapshot> snapshots) implements SessionEvent {

	/**
	 * Create a new {@link HistoryTrimmed} instance.
	 */
	public HistoryTrimmed {
		snapshots = List.copyOf(snapshots);
	}

	/**
	 * Return the items with what was said.
	 * @return the items, oldest first
	 */
	public List<Item> items() {
		return this.snapshots.stream().map(ItemSnapshot::item).toList();
	}

	@Override
	public String type() {
		return "realtime4j.session.history_trimmed";
	}

}
