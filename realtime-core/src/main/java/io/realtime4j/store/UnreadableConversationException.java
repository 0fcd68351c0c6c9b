package io.realtime4j.store;

/**
 * Exception thrown when a stored conversation cannot be read, such as one that a newer
 * release has written.
 *
 * @since 0.1.0
 */
public final class UnreadableConversationException extends RuntimeException {

	/**
	 * Create a new {@link UnreadableConversationException} instance.
	 * @param message why it cannot be read, without anything that was said
	 */
	public UnreadableConversationException(String message) {
		super(message);
	}

}
