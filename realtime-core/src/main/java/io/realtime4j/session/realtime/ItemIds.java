package io.realtime4j.session.realtime;

import java.util.UUID;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.model.item.UserMessage;

/**
 * Gives ids to the items that a session creates, so that the acknowledgement of the
 * server is known again.
 */
final class ItemIds {

	/**
	 * Servers take 32 characters.
	 */
	private static final int RANDOM_LENGTH = 20;

	private ItemIds() {
	}

	static ConversationItemCreate identified(ConversationItemCreate event) {
		Item item = event.item();
		return (item.id() != null) ? event
				: new ConversationItemCreate(event.eventId(), event.previousItemId(), identified(item));
	}

	private static Item identified(Item item) {
		if (item instanceof UserMessage message) {
			return message.withId(next());
		}
		if (item instanceof SystemMessage message) {
			return message.withId(next());
		}
		if (item instanceof AssistantMessage message) {
			return message.withId(next());
		}
		if (item instanceof FunctionCallOutput output) {
			return new FunctionCallOutput(next(), output.object(), output.status(), output.callId(), output.output(),
					output.extra());
		}
		return item;
	}

	private static String next() {
		return "item_" + UUID.randomUUID().toString().replace("-", "").substring(0, RANDOM_LENGTH);
	}

}
