package io.realtime4j.session.context;

import org.jspecify.annotations.Nullable;

/**
 * Strategy that decides whether sessions may begin at the moment, for all clients of an
 * application: one that is taken out of service begins none.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionAdmission {

	/**
	 * Return why sessions may not begin. Called by the thread that creates a session;
	 * must not block.
	 * @return the reason, for an exception, or {@code null} if they may
	 */
	@Nullable String refusal();

	/**
	 * Return an admission that lets all sessions begin.
	 * @return the admission
	 */
	static SessionAdmission open() {
		return () -> null;
	}

}
