package io.realtime4j.session;

import java.util.List;

import io.realtime4j.model.item.Item;

/**
 * Event published when the history exceeded its limits and the oldest items were removed.
 * The server still has them, unless it is configured to delete them as well. They are not
 * restored after a reconnect. An application that wants to keep them should store them
 * now.
 *
 * @param items the items with what was said, oldest first
 * @since 0.1.0
 */
public record HistoryTrimmed(List<Item> items) implements SessionEvent {

	/**
	 * Create a new {@link HistoryTrimmed} instance.
	 */
	public HistoryTrimmed {
		items = List.copyOf(items);
	}

	@Override
	public String type() {
		return "realtime4j.session.history_trimmed";
	}

}
