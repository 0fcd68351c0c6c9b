package io.realtime4j.simulator.support;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows the order of the items of a conversation.
 */
final class ItemOrder {

	private final List<String> complaints;

	private final List<String> items = new ArrayList<>();

	ItemOrder(List<String> complaints) {
		this.complaints = complaints;
	}

	void check(String type, ObjectNode event) {
		String itemId = Json.text(event.path("item"), "id", Json.text(event, "item_id", ""));
		String previous = Json.text(event, "previous_item_id");
		switch (type) {
			case "conversation.item.added" -> added(itemId, previous);
			case "conversation.item.done" -> done(itemId, previous);
			case "conversation.item.deleted" -> this.items.remove(itemId);
			default -> {
				// not about the order
			}
		}
	}

	private void added(String itemId, @Nullable String previous) {
		if (previous != null && !this.items.contains(previous)) {
			this.complaints.add("conversation.item.added follows an item that is not known");
		}
		this.items.add((previous != null) ? this.items.indexOf(previous) + 1 : 0, itemId);
	}

	private void done(String itemId, @Nullable String previous) {
		int index = this.items.indexOf(itemId);
		if (index < 0) {
			this.complaints.add("conversation.item.done was not added");
		}
		else if (previous != null && (index == 0 || !previous.equals(this.items.get(index - 1)))) {
			this.complaints.add("conversation.item.done has a wrong previous_item_id");
		}
	}

}
