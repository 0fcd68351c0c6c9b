package io.realtime4j.session;

import java.util.concurrent.CompletionStage;

import io.realtime4j.event.server.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Interceptor that takes part in one session on its control lane: it receives every event
 * as it arrives, before any listener does, and however long listeners take. It receives
 * one call at a time, must not block and must not throw: long work must run on another
 * thread. It may use the session.
 * <p>
 * An application listens with {@link RealtimeListener} instead.
 *
 * @since 0.1.0
 */
public interface SessionInterceptor {

	/**
	 * Handle an event of the server. The session's own state has been updated already.
	 * @param event the event
	 * @return whether listeners shall hear of it
	 */
	default boolean onEvent(ServerEvent event) {
		return true;
	}

	/**
	 * The server sent an event that listeners hear of, since all interceptors let it
	 * pass. Comes before the first listener hears of it.
	 * @param event the event
	 * @param json the text as received, with members that the event does not have
	 */
	default void onHeard(ServerEvent event, String json) {
	}

	/**
	 * Handle a change in the state of the session.
	 * @param event what changed
	 */
	default void onSessionEvent(SessionEvent event) {
	}

	/**
	 * Handle an interruption by {@link RealtimeSession#interrupt()}.
	 * @param responseAwaited whether the server is about to create a response of the
	 * conversation: one that was asked for, or the answer to what somebody said
	 * @return whether this interceptor cancels the response; where none does, the session
	 * cancels the one that runs
	 */
	default boolean onInterrupt(boolean responseAwaited) {
		return false;
	}

	/**
	 * Return an object of this interceptor that others find by
	 * {@link RealtimeSession#feature}; by default the interceptor itself, by its class.
	 * Called by any thread.
	 * @param type the type of the object
	 * @param <T> the type
	 * @return the object, or {@code null} if there is none of this type
	 */
	default <T> @Nullable T feature(Class<T> type) {
		return (type == getClass()) ? type.cast(this) : null;
	}

	/**
	 * Return what this interceptor does upon a response, such as to run the tools that it
	 * called.
	 * @param responseId the id of the response, of which all events were told
	 * @return completes when all of it is done and, where the model shall go on, the
	 * {@linkplain RealtimeSession#followUp() follow-up} was asked for; {@code null} if
	 * there is nothing to do
	 */
	default @Nullable CompletionStage<?> work(String responseId) {
		return null;
	}

	/**
	 * The application does not want the model to go on upon a response any more: it
	 * cancelled what it had {@linkplain RealtimeSession#ask(String) asked}.
	 * @param responseId the id of the response
	 */
	default void onCancelled(String responseId) {
	}

	/**
	 * Return an interceptor that does nothing, for a factory that has none for a session.
	 * @return the interceptor
	 */
	static SessionInterceptor none() {
		return new SessionInterceptor() {
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
		 * @return the interceptor, whose {@linkplain SessionInterceptor#feature features}
		 * the session has from then on
		 */
		SessionInterceptor create(RealtimeSession session);

	}

}
