package io.realtime4j.conversation;

import java.util.List;

/**
 * Conversation that was cut down to its limits.
 *
 * @param conversation what remains
 * @param letGo the items that went, with all that was known of them, oldest first
 * @param knownToServer the ids of those of them that the server has
 * @since 0.1.0
 */
public record TrimmedConversation(Conversation conversation, List<ItemSnapshot> letGo, List<String> knownToServer) {

	/**
	 * Create a new {@link TrimmedConversation} instance.
	 */
	public TrimmedConversation {
		letGo = List.copyOf(letGo);
		knownToServer = List.copyOf(knownToServer);
	}

}
