package io.realtime4j.live.session;

import java.util.function.BiConsumer;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.session.SessionEvent;

/**
 * Listener for the events of live sessions. Calls for one session are made one at a time
 * and in order; a call that blocks delays only later calls for the same session.
 *
 * @since 0.1.0
 */
public interface LiveListener {

	/**
	 * Return whether this listener wants to hear of an event. One that no listener of the
	 * session wants is not queued, and wakes nobody; where another one wants it, all hear
	 * of it. Called when the event arrives, under the lock of the session: must be quick,
	 * and never blocks.
	 * @param session the session
	 * @param event the event
	 * @return whether it wants the event, by default {@code true}
	 */
	default boolean wants(LiveSession session, LiveServerEvent event) {
		return true;
	}

	/**
	 * Handle an event of the server.
	 * @param session the session
	 * @param event the event
	 * @param json the text as received, with members that the event does not have
	 */
	default void onEvent(LiveSession session, LiveServerEvent event, String json) {
	}

	/**
	 * Handle a change in the state of the session.
	 * @param session the session
	 * @param event what changed
	 */
	default void onSessionEvent(LiveSession session, SessionEvent event) {
	}

	/**
	 * Handle an event of what takes part in the session: a
	 * {@link io.realtime4j.tool.ToolEvent} or a
	 * {@link io.realtime4j.live.tool.DelegationEvent}. Such events have a lane of their
	 * own for each participant: one at a time and in order, but beside the calls of the
	 * other methods, so that a listener that waits for an answer does not delay the
	 * approval of a tool.
	 * @param session the session
	 * @param event what happened
	 */
	default void onOtherEvent(LiveSession session, RealtimeMessage event) {
	}

	/**
	 * Return a listener for one type of events.
	 * @param <E> the type
	 * @param type the type of the events: of one event of the server, of a
	 * {@link SessionEvent}, of what takes part in the session, or one that several have
	 * in common
	 * @param action hears of them, with their session
	 * @return the listener
	 */
	static <E extends RealtimeMessage> LiveListener of(Class<E> type, BiConsumer<LiveSession, ? super E> action) {
		return new LiveListener() {

			@Override
			public boolean wants(LiveSession session, LiveServerEvent event) {
				return type.isInstance(event);
			}

			@Override
			public void onEvent(LiveSession session, LiveServerEvent event, String json) {
				tell(session, event);
			}

			@Override
			public void onSessionEvent(LiveSession session, SessionEvent event) {
				tell(session, event);
			}

			@Override
			public void onOtherEvent(LiveSession session, RealtimeMessage event) {
				tell(session, event);
			}

			private void tell(LiveSession session, RealtimeMessage event) {
				if (type.isInstance(event)) {
					action.accept(session, type.cast(event));
				}
			}

		};
	}

}
