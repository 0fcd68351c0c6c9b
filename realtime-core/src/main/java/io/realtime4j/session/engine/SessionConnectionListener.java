package io.realtime4j.session.engine;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.transport.ConnectionEnd;

/**
 * Hears of a {@link SessionConnection}, under the lock of the session where not said
 * otherwise.
 *
 * @param <E> the events of the server
 */
interface SessionConnectionListener<E extends RealtimeMessage> {

	/**
	 * Read a frame. Called without the lock.
	 */
	E decode(String text);

	/**
	 * Tell listeners and whatever takes part in the session.
	 */
	void tell(SessionEvent event);

	void onEvent(SessionConnection<E> source, E event, String text);

	/**
	 * A step of the opening was done.
	 */
	void onProgress(SessionConnection<E> source);

	void onOpenTimedOut(SessionConnection<E> source);

	void onEnd(SessionConnection<E> source, ConnectionEnd end);

}
