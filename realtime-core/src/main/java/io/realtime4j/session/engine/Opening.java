package io.realtime4j.session.engine;

import java.util.List;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * Internal contract for the steps from the handshake of a connection until it is open.
 * Not thread-safe: the session calls it under its lock.
 *
 * @param <E> the events of the server
 * @since 0.1.0
 */
public interface Opening<E extends RealtimeMessage> {

	/**
	 * Take the end of the handshake.
	 * @return what to send now, in order
	 */
	List<String> onHandshake();

	/**
	 * Take an event of the server.
	 * @param event the event
	 * @return what to send now, in order
	 */
	List<String> onEvent(E event);

	/**
	 * Return whether the connection is open.
	 * @return whether nothing is awaited any more
	 */
	boolean isDone();

	/**
	 * Return why the server refuses the settings.
	 * @return the error, or {@code null} if it does not refuse them
	 */
	@Nullable RealtimeError refusal();

	/**
	 * Return what is awaited, for people.
	 * @return a name, such as that of an event
	 */
	String awaited();

	/**
	 * The server takes too long. Do without what is still awaited, where that is
	 * possible.
	 * @return whether the connection is open now
	 */
	default boolean settle() {
		return false;
	}

	/**
	 * Return how many items of the conversation the server took again.
	 * @return the number so far
	 */
	default int restoredItems() {
		return 0;
	}

}
