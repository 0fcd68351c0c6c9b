package io.realtime4j.simulator.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.realtime4j.simulator.conversation.ConversationItem;
import io.realtime4j.simulator.conversation.ServedConversation;
import io.realtime4j.simulator.response.Responses;
import io.realtime4j.simulator.settings.ServedResponseSettings;
import io.realtime4j.simulator.settings.ServedSessionSettings;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands that ask for responses and call them off.
 */
final class ResponseCommands {

	private final Responses responses;

	private final ServedConversation conversation;

	private final ServedSessionSettings settings;

	private final ItemFactory items;

	ResponseCommands(Responses responses, ServedConversation conversation, ServedSessionSettings settings,
			ItemFactory items) {
		this.responses = responses;
		this.conversation = conversation;
		this.settings = settings;
		this.items = items;
	}

	void addTo(Map<String, Command> commands) {
		commands.put("response.create", this::create);
		commands.put("response.cancel",
				(event) -> this.responses.cancel(Arguments.optionalString(event, "response_id")));
	}

	private void create(ObjectNode event) {
		if (this.settings.isTranscription()) {
			throw new ProtocolException("invalid_value", "Transcription sessions do not support 'response.create'.",
					"type");
		}
		ServedResponseSettings response = this.settings.response(Arguments.optionalObject(event, "response"));
		List<ObjectNode> input = response.input();
		this.responses.create(response, (input != null) ? read(input) : this.conversation.items());
	}

	private List<ConversationItem> read(List<ObjectNode> input) {
		List<ConversationItem> read = new ArrayList<>();
		for (ObjectNode item : input) {
			String id = Json.text(item, "id");
			ConversationItem known = (id != null) ? this.conversation.find(id) : null;
			if (known == null && "item_reference".equals(Json.text(item, "type"))) {
				throw new ProtocolException("item_retrieve_invalid_item_id",
						"Error retrieving item: the item with id '" + id + "' does not exist.", "response.input");
			}
			read.add((known != null) ? known : this.items.create(item, this.settings.input().codec()));
		}
		return read;
	}

}
