package io.realtime4j.store;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Header of a stored conversation.
 *
 * @param id the id of the conversation, of at most 64 characters: that of the session
 * that it began with
 * @param user whose conversation it is, or {@code null} if that is not known; a name that
 * is longer than 255 characters is here as its hash
 * @param owner the number of the owner, larger than zero: who takes the conversation over
 * raises it
 * @param startedAt when it began
 * @param updatedAt when it was written last
 * @param endedAt when its session ended, or {@code null} if it goes on or its node died
 * @param details what else is known of it, as JSON text with a version: its usage and the
 * essentials of its settings
 * @since 0.1.0
 */
public record ConversationHeader(String id, @Nullable String user, long owner, Instant startedAt, Instant updatedAt,
		@Nullable Instant endedAt, String details) {

	/**
	 * Create a new {@link ConversationHeader} instance.
	 */
	public ConversationHeader {
		Objects.requireNonNull(id, "'id' must not be null");
		Objects.requireNonNull(startedAt, "'startedAt' must not be null");
		Objects.requireNonNull(updatedAt, "'updatedAt' must not be null");
		Objects.requireNonNull(details, "'details' must not be null");
		if (owner <= 0) {
			throw new IllegalArgumentException("'owner' must be larger than zero");
		}
	}

	/**
	 * Return a text without the details, which may be confidential.
	 */
	@Override
	public String toString() {
		return "ConversationHeader[id=" + this.id + ", owner=" + this.owner + ", updatedAt=" + this.updatedAt
				+ ", endedAt=" + this.endedAt + "]";
	}

}
