package io.realtime4j.session.context;

import java.util.Map;

import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Traits that tell sessions apart for those who decide about them: the attributes of the
 * application, and the objects of the libraries. A session has them, and so does the
 * specification of one that is about to begin.
 *
 * @since 0.1.0
 */
public interface SessionTraits {

	/**
	 * Return the attributes of the application.
	 * @return the attributes
	 */
	Map<String, Object> attributes();

	/**
	 * Return an object of a library that takes part in the session.
	 * @param type the type of the object
	 * @param <T> the type
	 * @return the object, or {@code null} if there is none of this type
	 */
	<T> @Nullable T feature(Class<T> type);

	/**
	 * Return the traits of a session.
	 * @param session the session
	 * @return its traits
	 */
	static SessionTraits of(VoiceSession session) {
		return new SessionTraits() {

			@Override
			public Map<String, Object> attributes() {
				return session.attributes();
			}

			@Override
			public <T> @Nullable T feature(Class<T> type) {
				return session.feature(type);
			}

		};
	}

	/**
	 * Return the traits of a session of the first family that is about to begin.
	 * @param spec what it shall be
	 * @return its traits
	 */
	static SessionTraits of(SessionSpec spec) {
		return new SessionTraits() {

			@Override
			public Map<String, Object> attributes() {
				return spec.attributes();
			}

			@Override
			public <T> @Nullable T feature(Class<T> type) {
				return spec.feature(type);
			}

		};
	}

}
