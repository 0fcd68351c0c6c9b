package io.realtime4j.session.engine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import org.jspecify.annotations.Nullable;

/**
 * Internal strategy for the protocol of a session, called by its {@link SessionEngine}. A
 * protocol keeps the state of one session; the engine calls it under the lock of the
 * session, except for {@link #decode}. Its methods are the words of the protocol, the
 * course of a session, and the questions that the engine has.
 *
 * @param <E> the events of the server
 * @since 0.1.0
 */
public interface SessionProtocol<E extends RealtimeMessage> {

	// Words: what goes over the wire

	/**
	 * Return the WebSocket address of a connection.
	 * @param baseUrl the root of the API
	 * @return the address, {@code ws} or {@code wss}
	 */
	URI uri(URI baseUrl);

	/**
	 * Return the headers that the protocol demands, besides credentials.
	 * @return the headers by name
	 */
	Map<String, String> headers();

	/**
	 * Read a frame. Called on threads of the transport, without the lock.
	 * @param text the text of the frame
	 * @return the event
	 * @throws io.realtime4j.codec.RealtimeCodecException if it is none
	 */
	E decode(String text);

	/**
	 * Return the error that an event tells of.
	 * @param event the event
	 * @return the error, or {@code null} if the event is of another kind
	 */
	@Nullable RealtimeError error(E event);

	/**
	 * Return how long input audio is.
	 * @param bytes its size
	 * @return the duration in the input format of the session
	 */
	Duration durationOf(long bytes);

	/**
	 * Return how large input audio is.
	 * @param duration its duration
	 * @return the size in bytes in the input format of the session
	 */
	long bytesOf(Duration duration);

	/**
	 * Return how much the protocol remembers of the session. Called by any thread, also
	 * without the lock.
	 * @return an estimate, in bytes
	 */
	default long heldSize() {
		return 0;
	}

	// Course: what happens, in this order

	/**
	 * Begin to open a connection.
	 * @param again whether it goes on with a session that was open before
	 * @return the steps
	 */
	Opening<E> opening(boolean again);

	/**
	 * Complete an event by what the server leaves out and others say.
	 * @param event the event as the server said it
	 * @return what the session takes note of before the event, and as the last one the
	 * event itself, of which listeners hear
	 */
	default List<E> complete(E event) {
		return List.of(event);
	}

	/**
	 * Take an event of the server.
	 * @param event the event
	 * @param opening whether the connection is not open yet
	 * @return what listeners shall be told behind the event, or {@code null} for nothing
	 */
	@Nullable SessionEvent onEvent(E event, boolean opening);

	/**
	 * Take the event again when the interceptors of the session have seen it too: the
	 * protocol begins now whatever it begins by itself.
	 */
	default void afterEvent() {
	}

	/**
	 * A connection is open.
	 * @param again whether it goes on with a session that was open before
	 * @return what to send before everything that waits
	 */
	List<OutboundFrame> onOpened(boolean again);

	/**
	 * A frame is handed to the network.
	 * @param frame the frame
	 */
	void onSending(OutboundFrame frame);

	/**
	 * The connection was lost, and the session goes on with another.
	 * @param cause what became of it
	 * @param waiting tells whether an event, by its id, was never handed to the network
	 */
	void onLost(CloseCause cause, Predicate<String> waiting);

	/**
	 * The session is about to close: nothing new may be begun.
	 */
	void onClosing();

	/**
	 * The session has ended.
	 * @param failure what futures fail with
	 */
	void onClosed(SessionClosedException failure);

	// Questions: what the engine decides by

	/**
	 * Return whether listeners shall hear of an event that {@link #onEvent} has taken.
	 * @param event the event
	 * @return {@code false} if it concerns nothing but what the protocol does by itself
	 */
	default boolean isHeard(E event) {
		return true;
	}

	/**
	 * Return whether the session can go on with another connection.
	 * @param openedBefore whether it was open before
	 * @return whether another connection may be opened when one is lost
	 */
	boolean isRecoverable(boolean openedBefore);

	/**
	 * Return whether a fresh connection may take over without cutting anything off.
	 * @return whether nobody speaks and nothing is awaited
	 */
	boolean isIdle();

	/**
	 * Return when the server ends the session of this connection.
	 * @return the time, or {@code null} if it is not known
	 */
	@Nullable Instant expiresAt();

	/**
	 * Return how much input audio was sent that the server made nothing of before its
	 * connection ended, and that is not among {@link #onOpened what is sent again}. Asked
	 * for after that.
	 * @return the size in bytes
	 */
	default long lostAudio() {
		return 0;
	}

	/**
	 * Return what to say to the server before the connection is closed. Asked for again
	 * after each event.
	 * @return the text, or {@code null} for nothing (more)
	 */
	@Nullable String closingText();

	/**
	 * Return whether the connection may be closed, so that nothing of the server's is
	 * lost.
	 * @return whether nothing is awaited
	 */
	boolean isReadyToClose();

	/**
	 * Return the event that tells listeners that the session is open.
	 * @return the event
	 */
	SessionOpened opened();

	/**
	 * Makes the protocol of a session.
	 *
	 * @param <P> the protocol
	 */
	@FunctionalInterface
	interface Factory<P extends SessionProtocol<?>> {

		/**
		 * Create a protocol.
		 * @param port what it may use of the session
		 * @return the protocol
		 */
		P create(SessionPort port);

	}

}
