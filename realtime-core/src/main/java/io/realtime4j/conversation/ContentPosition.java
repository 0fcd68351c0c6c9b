package io.realtime4j.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Position of a text in a conversation.
 *
 * @param itemId the id of the item
 * @param contentIndex the place in the content of the item
 * @param side who says it
 */
record ContentPosition(String itemId, long contentIndex, Side side) {

	static @Nullable ContentPosition ofUser(@Nullable String itemId, long contentIndex) {
		return (itemId != null) ? new ContentPosition(itemId, contentIndex, Side.USER) : null;
	}

	static @Nullable ContentPosition ofModel(@Nullable String itemId, long contentIndex) {
		return (itemId != null) ? new ContentPosition(itemId, contentIndex, Side.MODEL) : null;
	}

	/**
	 * Who says something.
	 */
	enum Side {

		USER, MODEL

	}

}
