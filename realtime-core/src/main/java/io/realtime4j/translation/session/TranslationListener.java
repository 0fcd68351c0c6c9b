package io.realtime4j.translation.session;

import java.util.function.BiConsumer;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.translation.event.TranslationServerEvent;

/**
 * Listener for the events of translation sessions. Calls for one session are made one at
 * a time and in order; a call that blocks delays only later calls for the same session.
 *
 * @since 0.1.0
 */
public interface TranslationListener {

	/**
	 * Handle an event of the server.
	 * @param session the session
	 * @param event the event
	 * @param json the text as received, with members that the event does not have
	 */
	default void onEvent(TranslationSession session, TranslationServerEvent event, String json) {
	}

	/**
	 * Return whether this listener wants to hear of an event. One that no listener of the
	 * session wants is not queued, and wakes nobody; where another one wants it, all hear
	 * of it. Called when the event arrives, under the lock of the session: must be quick,
	 * and never blocks.
	 * @param session the session
	 * @param event the event
	 * @return whether it wants the event, by default {@code true}
	 */
	default boolean wants(TranslationSession session, TranslationServerEvent event) {
		return true;
	}

	/**
	 * Handle a change in the state of the session.
	 * @param session the session
	 * @param event what changed
	 */
	default void onSessionEvent(TranslationSession session, SessionEvent event) {
	}

	/**
	 * Return a listener for one type of events.
	 * @param <E> the type
	 * @param type the type of the events: of one event of the server, of a
	 * {@link SessionEvent}, or one that several have in common
	 * @param action hears of them, with their session
	 * @return the listener
	 */
	static <E extends RealtimeMessage> TranslationListener of(Class<E> type,
			BiConsumer<TranslationSession, ? super E> action) {
		return new TranslationListener() {

			@Override
			public boolean wants(TranslationSession session, TranslationServerEvent event) {
				return type.isInstance(event);
			}

			@Override
			public void onEvent(TranslationSession session, TranslationServerEvent event, String json) {
				tell(session, event);
			}

			@Override
			public void onSessionEvent(TranslationSession session, SessionEvent event) {
				tell(session, event);
			}

			private void tell(TranslationSession session, RealtimeMessage event) {
				if (type.isInstance(event)) {
					action.accept(session, type.cast(event));
				}
			}

		};
	}

}
