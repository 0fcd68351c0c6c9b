package io.realtime4j.conversation.completion;

import io.realtime4j.event.client.ConversationItemDelete;

/**
 * Internal factory for events that delete speech which nobody heard; such speech is
 * removed from the history at once, whatever the server answers.
 *
 * @since 0.1.0
 */
public final class UnheardItems {

	private static final String PREFIX = "unheard_";

	private UnheardItems() {
	}

	/**
	 * Return what makes the server forget an item.
	 * @param itemId the id of the item
	 * @return the event
	 */
	public static ConversationItemDelete forget(String itemId) {
		return new ConversationItemDelete(PREFIX + itemId, itemId);
	}

	/**
	 * Return whether nobody heard what is deleted.
	 * @param event a deletion
	 * @return whether it comes from {@link #forget(String)}
	 */
	public static boolean isForgotten(ConversationItemDelete event) {
		return (PREFIX + event.itemId()).equals(event.eventId());
	}

}
