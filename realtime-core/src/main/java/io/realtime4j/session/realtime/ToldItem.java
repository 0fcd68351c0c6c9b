package io.realtime4j.session.realtime;

import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of events which item of the conversation they tell of.
 */
final class ToldItem {

	private ToldItem() {
	}

	/**
	 * Return the item of the conversation that an event tells of.
	 * @param event the event
	 * @return the item, or {@code null} if it tells of none
	 */
	static @Nullable Item in(ServerEvent event) {
		if (event instanceof ConversationItemAdded added) {
			return added.item();
		}
		if (event instanceof ConversationItemCreated created) {
			return created.item();
		}
		return (event instanceof ConversationItemDone done) ? done.item() : null;
	}

}
