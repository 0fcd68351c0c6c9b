package io.realtime4j.simulator.session;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import io.realtime4j.simulator.conversation.ConversationItem;
import io.realtime4j.simulator.conversation.ServedConversation;
import io.realtime4j.simulator.settings.ServedSessionSettings;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands that change the items of the conversation.
 */
final class ItemCommands {

	private final EventSink events;

	private final ServedConversation conversation;

	private final ServedSessionSettings settings;

	private final ItemFactory factory;

	ItemCommands(EventSink events, ServedConversation conversation, ServedSessionSettings settings) {
		this.events = events;
		this.conversation = conversation;
		this.settings = settings;
		this.factory = new ItemFactory(events.ids());
	}

	void addTo(Map<String, Command> commands) {
		commands.put("conversation.item.create", this::create);
		commands.put("conversation.item.truncate", this::truncate);
		commands.put("conversation.item.delete", this::delete);
		commands.put("conversation.item.retrieve", this::retrieve);
	}

	ItemFactory factory() {
		return this.factory;
	}

	private void create(ObjectNode event) {
		ConversationItem item = this.factory.create(Arguments.object(event, "item"), this.settings.input().codec());
		checkCall(item);
		String previous = Arguments.optionalString(event, "previous_item_id");
		if (previous == null) {
			this.conversation.add(item);
		}
		else {
			this.conversation.insert(item, ("root".equals(previous)) ? null : previous);
		}
		sendItem("conversation.item.added", item);
		sendItem("conversation.item.done", item);
	}

	private void checkCall(ConversationItem item) {
		if (!"function_call_output".equals(Json.text(item.json(), "type"))) {
			return;
		}
		String callId = Json.text(item.json(), "call_id", "");
		boolean known = this.conversation.items()
			.stream()
			.anyMatch((other) -> "function_call".equals(Json.text(other.json(), "type"))
					&& Objects.equals(callId, Json.text(other.json(), "call_id")));
		if (!known) {
			throw new ProtocolException("invalid_tool_call_id",
					"Tool call ID '" + callId + "' not found in conversation.", null);
		}
	}

	private void truncate(ObjectNode event) {
		ConversationItem item = find(event, "truncat", "item_truncate_invalid_item_id");
		long contentIndex = Arguments.integer(event, "content_index");
		long end = Arguments.integer(event, "audio_end_ms");
		if (!item.isSpokenAnswer() || contentIndex != 0) {
			throw new ProtocolException("unsupported_content_type", "Only model output audio messages can be truncated",
					null);
		}
		if (end > item.audioMillis()) {
			throw new ProtocolException("invalid_value",
					"Audio content of " + item.audioMillis() + "ms is already shorter than " + end + "ms", null);
		}
		item.keepAudio(end);
		item.setTranscript("");
		this.events.send(this.events.event("conversation.item.truncated")
			.put("item_id", item.id())
			.put("content_index", contentIndex)
			.put("audio_end_ms", end));
	}

	private void delete(ObjectNode event) {
		ConversationItem item = find(event, "delet", "item_delete_invalid_item_id");
		this.conversation.remove(item);
		this.events.send(this.events.event("conversation.item.deleted").put("item_id", item.id()));
	}

	private void retrieve(ObjectNode event) {
		ConversationItem item = find(event, "retriev", "item_retrieve_invalid_item_id");
		ObjectNode json = item.toJson();
		if (item.audio().length > 0 && json.path("content").path(0) instanceof ObjectNode part) {
			part.put("audio", Base64.getEncoder().encodeToString(item.audio()));
		}
		ObjectNode answer = this.events.event("conversation.item.retrieved");
		answer.set("item", json);
		this.events.send(answer);
	}

	private ConversationItem find(ObjectNode event, String verb, String code) {
		String itemId = Arguments.string(event, "item_id");
		ConversationItem item = this.conversation.find(itemId);
		if (item == null) {
			throw new ProtocolException(code,
					"Error " + verb + "ing item: the item with id '" + itemId + "' does not exist.", null);
		}
		return item;
	}

	private void sendItem(String type, ConversationItem item) {
		@Nullable String previous = this.conversation.previousId(item.id());
		ObjectNode event = this.events.event(type).put("previous_item_id", previous);
		event.set("item", item.toJson());
		this.events.send(event);
	}

}
