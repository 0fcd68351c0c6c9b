package io.realtime4j.session.engine;

import java.time.Duration;
import java.time.InstantSource;

import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.transport.ConnectionEnd;

/**
 * Internal port to the operations of a session that its {@link SessionProtocol} may use.
 *
 * @since 0.1.0
 */
public interface SessionPort {

	/**
	 * Send something that was promised room by {@link SessionEngine#requireRoom(int)}.
	 * @param frame the frame
	 */
	void sendPromised(OutboundFrame frame);

	/**
	 * Take back what was given to be sent and was not handed to the network yet.
	 * @param eventId the id of its event
	 * @return whether it was taken back
	 */
	boolean withdraw(String eventId);

	/**
	 * Complete a future on a listener thread.
	 * @param completion completes it
	 */
	void complete(Runnable completion);

	/**
	 * Run something under the lock of the session.
	 * @param action what to run
	 */
	void locked(Runnable action);

	/**
	 * Tell listeners of something, behind the event that is being handled.
	 * @param event the news
	 */
	void tell(SessionEvent event);

	/**
	 * Leave the connection, since the server has ended its session. Where the session is
	 * recoverable after such an end, it goes on with another connection; otherwise it
	 * ends.
	 * @param end how the connection shall be taken to have ended
	 */
	void leave(ConnectionEnd end);

	/**
	 * Return an id for an event that has none.
	 * @return an id that no other event has
	 */
	String nextEventId();

	/**
	 * Begin to wait for something that the server is to say.
	 * @param timeout how long there may be no progress
	 * @param action what to do when the wait has ended by itself, under the lock of the
	 * session
	 * @return the wait
	 */
	AnswerWait await(Duration timeout, Runnable action);

	/**
	 * Return the clock of the session.
	 * @return the clock
	 */
	InstantSource clock();

	/**
	 * Return how long the server may take.
	 * @return the time-outs
	 */
	SessionTimeouts timeouts();

	/**
	 * Return how much may wait to be sent.
	 * @return the limits
	 */
	SessionLimits limits();

	/**
	 * Return how much input audio may wait, and be said again, when the connection
	 * breaks.
	 * @return the duration, zero for none
	 */
	Duration bufferedAudio();

}
