package io.realtime4j.conversation.completion;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Internal ids for items and responses to which the server gives none. The server does
 * not know them, so they must never be sent.
 *
 * @since 0.1.0
 */
public final class MadeIds {

	private static final String PREFIX = "unnamed_";

	private static final int RANDOM_LENGTH = 8;

	// A history may go on in another session, which makes ids as well
	private final String start = PREFIX + UUID.randomUUID().toString().substring(0, RANDOM_LENGTH) + "_";

	private long count;

	MadeIds() {
	}

	String next() {
		return this.start + ++this.count;
	}

	/**
	 * Return an id as it may be sent.
	 * @param id the id of an item or of a response, or {@code null}
	 * @return the id, or {@code null} if the server has no such id
	 */
	public static @Nullable String toSend(@Nullable String id) {
		return isMade(id) ? null : id;
	}

	/**
	 * Return whether the server has no such id.
	 * @param id the id of an item or of a response
	 * @return whether it was made on this side
	 */
	public static boolean isMade(@Nullable String id) {
		return id != null && id.startsWith(PREFIX);
	}

}
