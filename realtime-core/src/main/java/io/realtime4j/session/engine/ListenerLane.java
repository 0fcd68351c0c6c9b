package io.realtime4j.session.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Internal lane that calls the listeners of a session and isolates them from each other's
 * exceptions.
 *
 * @param <S> the kind of session
 * @param <L> the kind of listener
 * @since 0.1.0
 */
public final class ListenerLane<S extends VoiceSession, L> {

	private final S session;

	private final List<L> listeners;

	private final Call<S, L> call;

	private final ListenerErrorHandler errorHandler;

	/**
	 * Create a lane.
	 * @param session the session
	 * @param listeners its listeners, in order
	 * @param call calls a listener
	 * @param errorHandler hears of what listeners throw
	 */
	public ListenerLane(S session, List<L> listeners, Call<S, L> call, ListenerErrorHandler errorHandler) {
		this.session = session;
		this.listeners = new CopyOnWriteArrayList<>(listeners);
		this.call = call;
		this.errorHandler = errorHandler;
	}

	/**
	 * Add a listener, which hears of what is told from now on.
	 * @param listener the listener
	 * @return removes it
	 */
	public Runnable add(L listener) {
		this.listeners.add(listener);
		return () -> this.listeners.remove(listener);
	}

	/**
	 * Return the session that is listened to.
	 */
	S session() {
		return this.session;
	}

	/**
	 * Return an executor that runs tasks in the context of the session.
	 */
	Executor executor(Executor target) {
		return SessionExecutor.of(this.session, target);
	}

	boolean isEmpty() {
		return this.listeners.isEmpty();
	}

	/**
	 * Return whether a listener wants something. One that throws is told, since it would
	 * miss what it wants.
	 * @param wish asks a listener
	 * @return whether there is one
	 */
	public boolean anyWants(Predicate<L> wish) {
		for (L listener : this.listeners) {
			try {
				if (wish.test(listener)) {
					return true;
				}
			}
			catch (RuntimeException ex) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tell all listeners.
	 * @param message what happened
	 * @param json the text of the server's event, {@code null} for what did not come from
	 * the server
	 */
	public void deliver(RealtimeMessage message, @Nullable String json) {
		for (L listener : this.listeners) {
			try {
				this.call.deliver(listener, this.session, message, json);
			}
			catch (Throwable ex) {
				report(message, ex);
			}
		}
	}

	private void report(RealtimeMessage message, Throwable error) {
		try {
			this.errorHandler.onListenerError(this.session, message, error);
		}
		catch (Throwable ex) {
			// Nobody is left to tell, and the other listeners shall hear the event
		}
	}

	/**
	 * Calls a listener.
	 *
	 * @param <S> the kind of session
	 * @param <L> the kind of listener
	 */
	@FunctionalInterface
	public interface Call<S, L> {

		/**
		 * Call the listener.
		 * @param listener the listener
		 * @param session the session
		 * @param message what happened
		 * @param json the text of the server's event, {@code null} for what did not come
		 * from the server
		 */
		void deliver(L listener, S session, RealtimeMessage message, @Nullable String json);

	}

}
