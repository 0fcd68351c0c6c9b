package io.realtime4j.conversation;

/**
 * Change to the entries of a conversation.
 *
 * @since 0.1.0
 */
public sealed interface ConversationChange {

	/**
	 * An entry came.
	 *
	 * @param index its place among the entries
	 * @param entry the entry
	 * @since 0.1.0
	 */
	record Added(int index, ConversationEntry entry) implements ConversationChange {

	}

	/**
	 * An entry has become another one in the same place: there is more text, or it was
	 * cut.
	 *
	 * @param index its place among the entries
	 * @param entry the entry as it is now
	 * @since 0.1.0
	 */
	record Changed(int index, ConversationEntry entry) implements ConversationChange {

	}

	/**
	 * An entry went: its item was deleted, or it turned out that nobody had spoken. One
	 * that takes another place is removed and added.
	 *
	 * @param index its place among the entries
	 * @param itemId the id of its item
	 * @since 0.1.0
	 */
	record Removed(int index, String itemId) implements ConversationChange {

	}

}
