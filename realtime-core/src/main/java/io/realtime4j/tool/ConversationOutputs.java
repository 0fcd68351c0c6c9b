package io.realtime4j.tool;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.Item;
import io.realtime4j.session.RealtimeSession;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of tools as items of a conversation.
 *
 * @param session the session of the conversation
 */
record ConversationOutputs(RealtimeSession session) implements ToolOutputPort {

	@Override
	public void send(Item item, @Nullable String eventId) {
		ConversationItemCreate event = ConversationItemCreate.of(item);
		this.session.send((eventId != null) ? event.withEventId(eventId) : event);
	}

	@Override
	public void followUp() {
		this.session.followUp();
	}

}
