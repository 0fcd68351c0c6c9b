package io.realtime4j.store;

/**
 * Exception thrown by a {@link ConversationStore} when somebody writes a conversation
 * that is not theirs any more: it was taken over, or it was deleted.
 *
 * @since 0.1.0
 */
public final class ConversationNotOwnedException extends RuntimeException {

	private final boolean deleted;

	private ConversationNotOwnedException(String message, boolean deleted) {
		super(message);
		this.deleted = deleted;
	}

	/**
	 * Return an exception for a conversation that somebody has taken over.
	 * @param id the id of the conversation
	 * @return the exception
	 */
	public static ConversationNotOwnedException taken(String id) {
		return new ConversationNotOwnedException("The conversation " + id + " was taken over", false);
	}

	/**
	 * Return an exception for a conversation that was deleted.
	 * @param id the id of the conversation
	 * @return the exception
	 */
	public static ConversationNotOwnedException deleted(String id) {
		return new ConversationNotOwnedException("The conversation " + id + " was deleted", true);
	}

	/**
	 * Return whether the conversation is not there any more.
	 * @return {@code true} if it was deleted, {@code false} if it was taken over
	 */
	public boolean isDeleted() {
		return this.deleted;
	}

}
