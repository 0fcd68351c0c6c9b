package io.realtime4j.simulator.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items are added once, after an item that is there, and what is said about an item comes
 * while it is there.
 */
final class ItemOrder implements StreamRule {

	private final List<String> items = new ArrayList<>();

	private final Set<String> deleted = new HashSet<>();

	private final Set<String> done = new HashSet<>();

	private @Nullable String committed;

	@Override
	public void check(String type, ObjectNode event, Complaints complaints) {
		String itemId = Json.text(event.path("item"), "id", Json.text(event, "item_id", ""));
		String previous = Json.text(event, "previous_item_id");
		switch (type) {
			case "input_audio_buffer.committed" -> {
				this.committed = itemId;
			}
			case "conversation.item.added" -> added(itemId, previous, complaints);
			case "conversation.item.done" -> done(itemId, previous, complaints);
			case "conversation.item.deleted" -> deleted(itemId, complaints);
			default -> {
				if (type.startsWith("conversation.item.")) {
					complaints.require(isKnown(itemId), "is about an item that is not known");
				}
			}
		}
	}

	private void added(String itemId, @Nullable String previous, Complaints complaints) {
		complaints.require(previous == null || this.items.contains(previous), "follows an item that is not known");
		complaints.require(!isKnown(itemId), "was added before");
		complaints.require(this.committed == null || this.committed.equals(itemId),
				"is not the item that was committed");
		this.committed = null;
		this.items.add((previous != null) ? this.items.indexOf(previous) + 1 : 0, itemId);
	}

	/**
	 * The service leaves {@code previous_item_id} out of some of these events, but never
	 * says a wrong one.
	 */
	private void done(String itemId, @Nullable String previous, Complaints complaints) {
		int index = this.items.indexOf(itemId);
		complaints.require(index >= 0, "was not added");
		complaints.require(this.done.add(itemId), "was done before");
		complaints.require(previous == null || (index > 0 && previous.equals(this.items.get(index - 1))),
				"has a wrong previous_item_id");
	}

	private void deleted(String itemId, Complaints complaints) {
		complaints.require(this.items.remove(itemId), "is about an item that is not known");
		this.deleted.add(itemId);
	}

	private boolean isKnown(String itemId) {
		return this.items.contains(itemId) || this.deleted.contains(itemId);
	}

}
