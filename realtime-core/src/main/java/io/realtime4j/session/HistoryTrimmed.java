package io.realtime4j.session;

import java.util.List;

import io.realtime4j.model.item.Item;

/**
 * The history held more than it may, and the oldest items were let go. The server still
 * has them, unless it is asked to delete them, too. They are not said again after a
 * reconnect. An application that wants to keep everything stores them now.
 *
 * @param items the items with what was said, oldest first
 * @since 0.1.0
 */
public record HistoryTrimmed(List<Item> items) implements SessionEvent {

	public HistoryTrimmed {
		items = List.copyOf(items);
	}

	@Override
	public String type() {
		return "realtime4j.session.history_trimmed";
	}

}
