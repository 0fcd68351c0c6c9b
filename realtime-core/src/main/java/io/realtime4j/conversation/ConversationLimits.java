package io.realtime4j.conversation;

/**
 * Limits of the history that is held in memory. When they are exceeded, the oldest items
 * are removed.
 *
 * @param maxItems the largest number of items
 * @param maxSize the most memory that the items may take, in bytes: an estimate, with two
 * bytes for each character and 1 KiB for each item
 * @param deleteAtServer whether the server is asked to delete what is let go; it would
 * otherwise still know it
 * @since 0.1.0
 */
public record ConversationLimits(int maxItems, long maxSize, boolean deleteAtServer) {

	private static final int ITEMS = 10_000;

	private static final long SIZE = 32L * 1024 * 1024;

	/**
	 * Create a new {@link ConversationLimits} instance.
	 */
	public ConversationLimits {
		if (maxItems <= 0 || maxSize <= 0) {
			throw new IllegalArgumentException("A conversation must be able to hold something");
		}
	}

	/**
	 * Return the defaults: 10,000 items and 32 MiB, without deletion at the server.
	 * @return the defaults
	 */
	public static ConversationLimits defaults() {
		return new ConversationLimits(ITEMS, SIZE, false);
	}

}
