package io.realtime4j.conversation;

/**
 * Entry of a conversation, as an application shows it or stores it in a transcript.
 *
 * @since 0.1.0
 */
public sealed interface ConversationEntry permits MessageEntry, ToolCallEntry {

	/**
	 * Return the id of the item.
	 * @return the id
	 */
	String itemId();

	/**
	 * Return whether the server has only the restored form of it, after a reconnect.
	 * @return whether it was restored
	 */
	boolean restored();

}
