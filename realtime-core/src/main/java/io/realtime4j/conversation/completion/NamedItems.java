package io.realtime4j.conversation.completion;

import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.McpCall;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.model.item.UserMessage;

/**
 * Gives ids to items that a server names by none.
 */
final class NamedItems {

	private NamedItems() {
	}

	/**
	 * Give an item an id.
	 * @param item the item
	 * @param id the id
	 * @return the item, as it is if it is of a kind that only a server creates
	 */
	static Item withId(Item item, String id) {
		if (item instanceof UserMessage message) {
			return message.withId(id);
		}
		if (item instanceof AssistantMessage message) {
			return message.withId(id);
		}
		if (item instanceof SystemMessage message) {
			return message.withId(id);
		}
		if (item instanceof FunctionCall call) {
			return new FunctionCall(id, call.object(), call.status(), call.callId(), call.name(), call.arguments(),
					call.extra());
		}
		if (item instanceof FunctionCallOutput output) {
			return new FunctionCallOutput(id, output.object(), output.status(), output.callId(), output.output(),
					output.extra());
		}
		return (item instanceof McpCall call) ? new McpCall(id, call.serverLabel(), call.name(), call.arguments(),
				call.approvalRequestId(), call.output(), call.error(), call.extra()) : item;
	}

}
