package io.realtime4j.session;

import java.util.function.BiConsumer;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ServerEvent;

/**
 * Listener for the events of sessions. Calls for one session are made one at a time and
 * in order; a call that blocks delays only later calls for the same session.
 *
 * @since 0.1.0
 */
public interface RealtimeListener {

	/**
	 * Handle an event of the server.
	 * @param session the session
	 * @param event the event
	 * @param json the text as received, with members that the event does not have
	 */
	default void onEvent(RealtimeSession session, ServerEvent event, String json) {
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
	default boolean wants(RealtimeSession session, ServerEvent event) {
		return true;
	}

	/**
	 * Handle a change in the state of the session.
	 * @param session the session
	 * @param event what changed
	 */
	default void onSessionEvent(RealtimeSession session, SessionEvent event) {
	}

	/**
	 * Handle an event of what takes part in the session: a
	 * {@link io.realtime4j.tool.ToolEvent}, a {@link io.realtime4j.usage.UsageEvent} or a
	 * {@link io.realtime4j.guardrail.GuardrailEvent}. Such events have a lane of their
	 * own for each participant: one at a time and in order, but beside the calls of the
	 * other methods, so that a listener that waits for an answer does not delay the
	 * approval of a tool.
	 * @param session the session
	 * @param event what happened
	 */
	default void onOtherEvent(RealtimeSession session, RealtimeMessage event) {
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
	static <E extends RealtimeMessage> RealtimeListener of(Class<E> type,
			BiConsumer<RealtimeSession, ? super E> action) {
		return new RealtimeListener() {

			@Override
			public boolean wants(RealtimeSession session, ServerEvent event) {
				return type.isInstance(event);
			}

			@Override
			public void onEvent(RealtimeSession session, ServerEvent event, String json) {
				tell(session, event);
			}

			@Override
			public void onSessionEvent(RealtimeSession session, SessionEvent event) {
				tell(session, event);
			}

			@Override
			public void onOtherEvent(RealtimeSession session, RealtimeMessage event) {
				tell(session, event);
			}

			private void tell(RealtimeSession session, RealtimeMessage event) {
				if (type.isInstance(event)) {
					action.accept(session, type.cast(event));
				}
			}

		};
	}

}
