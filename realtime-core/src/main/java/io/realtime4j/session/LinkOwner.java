package io.realtime4j.session;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.transport.ConnectionEnd;

/**
 * Hears of a {@link Link}, under the lock of the session where not said otherwise.
 *
 * @param <E> the events of the server
 */
interface LinkOwner<E extends RealtimeMessage> {

	// Run something under the lock
	void locked(Runnable action);

	// Without the lock
	E decode(String text);

	// Without the lock
	void onRejected(String problem);

	void onEvent(Link<E> link, E event, String text);

	// A step of the opening was done
	void onProgress(Link<E> link);

	void onOpenTimedOut(Link<E> link);

	void onEnd(Link<E> link, ConnectionEnd end);

}
