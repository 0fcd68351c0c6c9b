package io.realtime4j.session.engine;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.SessionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Internal contract for the delivery of the events of a session.
 *
 * @param <E> the events of the server
 * @since 0.1.0
 */
public interface SessionDelivery<E extends RealtimeMessage> {

	/**
	 * Show an event of the server on the control lane, under the lock of the session.
	 * @param event the event
	 * @return whether listeners shall hear of it
	 */
	default boolean intercept(E event) {
		return true;
	}

	/**
	 * Tell those who hear on the control lane of an event that listeners hear of, under
	 * the lock of the session.
	 * @param event the event
	 * @param json its text
	 * @return whether a listener wants to hear of it
	 */
	default boolean announce(E event, String json) {
		return true;
	}

	/**
	 * Show a change of state on the control lane, under the lock of the session.
	 * @param event the change
	 */
	default void intercept(SessionEvent event) {
	}

	/**
	 * Tell the listeners. Called on a listener thread, one call at a time and in order.
	 * @param message an event of the server, or a {@link SessionEvent}
	 * @param json the text of the server's event, {@code null} for a change of state
	 */
	void deliver(RealtimeMessage message, @Nullable String json);

}
