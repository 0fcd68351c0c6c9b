package io.realtime4j.live.session;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Interceptor that takes part in one live session on its control lane: it receives every
 * event as it arrives, before any listener does, and however long listeners take. It
 * receives one call at a time, must not block and must not throw: long work must run on
 * another thread. It may use the session.
 * <p>
 * An application listens with {@link LiveListener} instead.
 *
 * @since 0.1.0
 */
public interface LiveInterceptor {

	/**
	 * Handle an event of the server. The session's own state has been updated already.
	 * @param event the event
	 */
	default void onEvent(LiveServerEvent event) {
	}

	/**
	 * Handle a change in the state of the session.
	 * @param event what changed
	 */
	default void onSessionEvent(SessionEvent event) {
	}

	/**
	 * Return whether work of this interceptor is under way, which another connection
	 * would cut off, and for which silence has a reason. Called under the lock of the
	 * session: must be quick, and never blocks.
	 * @return whether it is, by default {@code false}
	 */
	default boolean isBusy() {
		return false;
	}

	/**
	 * Return an object of this interceptor that others find by
	 * {@link LiveSession#feature}; by default the interceptor itself, by its class.
	 * Called by any thread.
	 * @param type the type of the object
	 * @param <T> the type
	 * @return the object, or {@code null} if there is none of this type
	 */
	default <T> @Nullable T feature(Class<T> type) {
		return (type == getClass()) ? type.cast(this) : null;
	}

	/**
	 * Return an interceptor that does nothing, for a factory that has none for a session.
	 * @return the interceptor
	 */
	static LiveInterceptor none() {
		return new LiveInterceptor() {
		};
	}

	/**
	 * Makes an interceptor for each session.
	 */
	@FunctionalInterface
	interface Factory {

		/**
		 * Create an interceptor.
		 * @param session the session that it takes part in, which is not open yet
		 * @return the interceptor
		 */
		LiveInterceptor create(LiveSession session);

	}

}
