package io.realtime4j.store;

import io.realtime4j.session.SessionSpec;
import org.jspecify.annotations.Nullable;

/**
 * Options of one session whose client has a {@link ConversationRecorder}.
 *
 * @param stored whether its conversation is stored
 * @param user whose conversation it is, to find and to delete it by; {@code null} for the
 * one that the recorder finds out
 * @since 0.1.0
 */
public record StoreOptions(boolean stored, @Nullable String user) {

	/**
	 * Return options of a session whose conversation is not stored.
	 * @return the options
	 */
	public static StoreOptions none() {
		return new StoreOptions(false, null);
	}

	/**
	 * Return options of a session whose conversation is that of a user.
	 * @param user the user
	 * @return the options
	 */
	public static StoreOptions ofUser(String user) {
		return new StoreOptions(true, user);
	}

	/**
	 * Add these options to the specification of a session.
	 * @param spec what the session shall be
	 * @return the same, with these options
	 */
	public SessionSpec addTo(SessionSpec spec) {
		return spec.toBuilder().feature(StoreOptions.class, this).build();
	}

}
