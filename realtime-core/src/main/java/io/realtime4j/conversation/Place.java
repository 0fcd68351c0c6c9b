package io.realtime4j.conversation;

/**
 * Position of a text in a conversation.
 *
 * @param itemId the id of the item
 * @param contentIndex the place in the content of the item
 * @param side who says it
 */
record Place(String itemId, long contentIndex, Side side) {

	static Place ofUser(String itemId, long contentIndex) {
		return new Place(itemId, contentIndex, Side.USER);
	}

	static Place ofModel(String itemId, long contentIndex) {
		return new Place(itemId, contentIndex, Side.MODEL);
	}

	/**
	 * Who says something.
	 */
	enum Side {

		USER, MODEL

	}

}
