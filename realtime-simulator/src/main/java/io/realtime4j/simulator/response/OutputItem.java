package io.realtime4j.simulator.response;

import io.realtime4j.simulator.conversation.ConversationItem;
import io.realtime4j.simulator.wire.EventSink;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One item of a response while it is streamed, a small step at a time.
 */
abstract class OutputItem {

	private final Stage stage;

	private final OutputSlot slot;

	private final ConversationItem item;

	private boolean announced;

	OutputItem(Stage stage, OutputSlot slot, ObjectNode json) {
		this.stage = stage;
		this.slot = slot;
		this.item = new ConversationItem(json, slot.settings().codec());
	}

	/**
	 * Take the next step.
	 * @return what to wait for before the step after it
	 */
	final Advance advance() {
		if (!this.announced) {
			announce();
			return begin();
		}
		return step();
	}

	/**
	 * Break off: tell what there is, as incomplete.
	 */
	final void stop() {
		if (this.announced) {
			finish("incomplete");
		}
	}

	/**
	 * Return whether the client knows of this item.
	 * @return {@code true} if it was announced
	 */
	final boolean isAnnounced() {
		return this.announced;
	}

	final ConversationItem item() {
		return this.item;
	}

	final Stage stage() {
		return this.stage;
	}

	final OutputSlot slot() {
		return this.slot;
	}

	final EventSink events() {
		return this.stage.events();
	}

	/**
	 * Count the tokens that were streamed.
	 * @return the number of text tokens
	 */
	abstract int textTokens();

	abstract Advance begin();

	abstract Advance step();

	abstract void finish(String status);

	/**
	 * Begin an event about this item.
	 * @param type the wire type
	 * @return an event with the identifiers of the response and the item
	 */
	final ObjectNode event(String type) {
		return events().event(type)
			.put("response_id", this.slot.responseId())
			.put("item_id", this.item.id())
			.put("output_index", this.slot.index());
	}

	/**
	 * Tell that this item is over.
	 * @param status its status
	 */
	final void conclude(String status) {
		this.item.json().put("status", status);
		if (!this.slot.settings().isOutOfBand() && this.stage.conversation().find(this.item.id()) != null) {
			String previous = this.stage.conversation().previousId(this.item.id());
			sendItem(events().event("conversation.item.done").put("previous_item_id", previous));
		}
		sendItem(aboutOutput("response.output_item.done"));
	}

	private void announce() {
		this.announced = true;
		@Nullable String previous = this.stage.conversation().lastId();
		sendItem(aboutOutput("response.output_item.added"));
		if (!this.slot.settings().isOutOfBand()) {
			this.stage.conversation().add(this.item);
			sendItem(events().event("conversation.item.added").put("previous_item_id", previous));
		}
	}

	private ObjectNode aboutOutput(String type) {
		return events().event(type).put("response_id", this.slot.responseId()).put("output_index", this.slot.index());
	}

	private void sendItem(ObjectNode event) {
		event.set("item", this.item.toJson());
		events().send(event);
	}

}
