package io.realtime4j.session.engine;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.transport.ConnectionEnd;

/**
 * Hears of the connections of a session, under the lock of the session where not said
 * otherwise.
 *
 * @param <E> the events of the server
 * @param <C> the kind of connection
 */
interface SessionConnectionListener<E extends RealtimeMessage, C> {

	/**
	 * Read a frame. Called without the lock.
	 */
	E decode(String text);

	/**
	 * Tell listeners and whatever takes part in the session.
	 */
	void tell(SessionEvent event);

	void onEvent(C source, E event, String text);

	/**
	 * A step of the opening was done.
	 */
	void onProgress(C source);

	void onOpenTimedOut(C source);

	void onEnd(C source, ConnectionEnd end);

}
