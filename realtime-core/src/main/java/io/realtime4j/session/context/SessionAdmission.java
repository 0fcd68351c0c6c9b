package io.realtime4j.session.context;

import java.util.List;
import java.util.Objects;

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
	 * Make sure that a session may begin. Called by the thread that creates it; must not
	 * block.
	 * @throws SessionNotAdmittedException if it may not
	 */
	default void admit() {
		String refusal = refusal();
		if (refusal != null) {
			throw new SessionNotAdmittedException(refusal);
		}
	}

	/**
	 * Return the admission of one session, which may depend on whose it is.
	 * @param session what is known of the session
	 * @return the admission, by default this one
	 */
	default SessionAdmission forSession(SessionTraits session) {
		return this;
	}

	/**
	 * Return an admission that lets all sessions begin.
	 * @return the admission
	 */
	static SessionAdmission open() {
		return () -> null;
	}

	/**
	 * Return an admission that lets sessions begin which all of several ones let begin.
	 * @param all the admissions, in the order in which they are asked
	 * @return the admission
	 */
	static SessionAdmission of(List<SessionAdmission> all) {
		List<SessionAdmission> copy = List.copyOf(all);
		return new SessionAdmission() {

			@Override
			public @Nullable String refusal() {
				return copy.stream().map(SessionAdmission::refusal).filter(Objects::nonNull).findFirst().orElse(null);
			}

			@Override
			public void admit() {
				copy.forEach(SessionAdmission::admit);
			}

			@Override
			public SessionAdmission forSession(SessionTraits session) {
				List<SessionAdmission> own = copy.stream().map((one) -> one.forSession(session)).toList();
				return own.equals(copy) ? this : of(own);
			}

		};
	}

}
