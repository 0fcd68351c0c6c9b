package io.realtime4j.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Position of a text in a conversation.
 *
 * @param itemId the id of the item
 * @param contentIndex the place in the content of the item
 * @param side who says it
 */
record Place(String itemId, long contentIndex, Side side) {

	static @Nullable Place ofUser(@Nullable String itemId, long contentIndex) {
		return (itemId != null) ? new Place(itemId, contentIndex, Side.USER) : null;
	}

	static @Nullable Place ofModel(@Nullable String itemId, long contentIndex) {
		return (itemId != null) ? new Place(itemId, contentIndex, Side.MODEL) : null;
	}

	/**
	 * Who says something.
	 */
	enum Side {

		USER, MODEL

	}

}
