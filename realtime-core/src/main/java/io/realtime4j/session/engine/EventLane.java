package io.realtime4j.session.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Internal lane that delivers the events of interceptors to their listeners, and to those
 * of the session: in order, one at a time, and never on the thread that publishes them.
 * May be used by any thread.
 *
 * @since 0.1.0
 */
public final class EventLane {

	private final Deque<RealtimeMessage> waiting = new ArrayDeque<>(1);

	private final ListenerLane<?, ?> listeners;

	private final @Nullable ListenerLane<?, ?> sessionListeners;

	private final Executor executor;

	private boolean delivering;

	/**
	 * Create a lane.
	 * @param listeners those who hear of the events
	 * @param executor calls them
	 */
	public EventLane(ListenerLane<?, ?> listeners, Executor executor) {
		this.listeners = listeners;
		this.sessionListeners = EngineSession.listenersOf(listeners.session());
		this.executor = listeners.executor(executor);
	}

	/**
	 * Return what calls listeners of one kind of events.
	 * @param <L> the kind of listener
	 * @param <E> the kind of events
	 * @param type the kind of events
	 * @param telling tells a listener
	 * @return the call, which passes over other events
	 */
	public static <L, E extends RealtimeMessage> ListenerLane.Call<VoiceSession, L> telling(Class<E> type,
			Telling<L, E> telling) {
		return (listener, session, message, json) -> {
			if (type.isInstance(message)) {
				telling.tell(listener, session, type.cast(message));
			}
		};
	}

	/**
	 * Tell the listeners of an event, later.
	 * @param event the event
	 */
	public void publish(RealtimeMessage event) {
		if (isEmpty() || !enqueue(event)) {
			return;
		}
		try {
			this.executor.execute(this::deliver);
		}
		catch (RejectedExecutionException ex) {
			// It waits for the next event, if there is to be one
			pause();
		}
	}

	private boolean isEmpty() {
		return this.listeners.isEmpty() && (this.sessionListeners == null || this.sessionListeners.isEmpty());
	}

	// Return whether delivery has to be started
	private synchronized boolean enqueue(RealtimeMessage event) {
		this.waiting.add(event);
		boolean start = !this.delivering;
		this.delivering = true;
		return start;
	}

	private synchronized void pause() {
		this.delivering = false;
	}

	private synchronized @Nullable RealtimeMessage next() {
		RealtimeMessage next = this.waiting.poll();
		this.delivering = next != null;
		return next;
	}

	private void deliver() {
		for (RealtimeMessage event = next(); event != null; event = next()) {
			this.listeners.deliver(event, null);
			if (this.sessionListeners != null) {
				this.sessionListeners.deliver(event, null);
			}
		}
	}

	/**
	 * Tells a listener, such as {@code ToolListener::onToolEvent}.
	 *
	 * @param <L> the kind of listener
	 * @param <E> the kind of events
	 */
	@FunctionalInterface
	public interface Telling<L, E> {

		/**
		 * Tell the listener.
		 * @param listener the listener
		 * @param session the session
		 * @param event what happened
		 */
		void tell(L listener, VoiceSession session, E event);

	}

}
