package io.realtime4j.simulator.connection;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Connection of one client that is or was connected to the simulator. Tests read what the
 * client sent, and disturb the connection.
 */
public interface SimulatorConnection {

	/**
	 * Return the identifier of the session.
	 * @return the identifier, as in {@code session.created}
	 */
	String sessionId();

	/**
	 * Return the call that the client attached to.
	 * @return the identifier of the call, or {@code null} if it joined none
	 */
	@Nullable String callId();

	/**
	 * Return how the client connected.
	 * @return the request without its credentials
	 */
	Handshake handshake();

	/**
	 * Return the events that the client sent, oldest first.
	 * @return the events as they arrived, as many as are remembered
	 */
	List<ObjectNode> received();

	/**
	 * Return the events of a type that the client sent, oldest first.
	 * @param type the wire type
	 * @return the events as they arrived, as many as are remembered
	 */
	default List<ObjectNode> received(String type) {
		return received().stream().filter((event) -> type.equals(Json.text(event, "type"))).toList();
	}

	/**
	 * Wait until the client sent a certain event.
	 * @param predicate tells the event
	 * @param timeout how long to wait
	 * @return the first such event
	 * @throws IllegalStateException if it did not come in time
	 */
	ObjectNode awaitReceived(Predicate<ObjectNode> predicate, Duration timeout);

	/**
	 * Wait until the client sent an event of a certain type.
	 * @param type the wire type
	 * @param timeout how long to wait
	 * @return the first such event
	 * @throws IllegalStateException if it did not come in time
	 */
	default ObjectNode awaitReceived(String type, Duration timeout) {
		return awaitReceived((event) -> type.equals(Json.text(event, "type")), timeout);
	}

	/**
	 * Return whether the client is connected.
	 * @return {@code false} once the connection is gone
	 */
	boolean isOpen();

	/**
	 * Return the code with which the connection was closed.
	 * @return the close code, 1006 if it was cut, 0 while it is open
	 */
	int closeCode();

	/**
	 * Wait until the connection is closed.
	 * @param timeout how long to wait
	 * @return the close code
	 * @throws IllegalStateException if it is still open then
	 */
	int awaitClosed(Duration timeout);

	/**
	 * Send an {@code error} event.
	 * @param type the type of the error, such as {@code server_error}
	 * @param code the code of the error, if any
	 * @param message the message of the error
	 */
	default void sendError(String type, @Nullable String code, String message) {
		sendError(type, code, message, null);
	}

	/**
	 * Send an {@code error} event that answers an event of the client.
	 * @param type the type of the error, such as {@code server_error}
	 * @param code the code of the error, if any
	 * @param message the message of the error
	 * @param clientEventId the identifier of the event that it answers, if any
	 */
	void sendError(String type, @Nullable String code, String message, @Nullable String clientEventId);

	/**
	 * Send a text message as it is.
	 * @param text the message, JSON or not
	 */
	void send(String text);

	/**
	 * Close the connection with a close frame, after everything that was sent.
	 * @param code the close code
	 * @param reason the reason
	 */
	void close(int code, String reason);

	/**
	 * Cut the TCP connection without a close frame.
	 */
	void cut();

	/**
	 * Cut the TCP connection without a close frame, after everything that was sent.
	 */
	void cutAfterSending();

	/**
	 * Let the session expire, as if its time limit were reached: a
	 * {@code session_expired} error, and close code 1001. A live session says
	 * {@code session.closed} instead.
	 */
	void expire();

	/**
	 * End a live session as the service does by itself, by {@code session.closed}.
	 * @param reason the reason that it tells, such as {@code content}
	 * @throws IllegalStateException if the session is none of the live family
	 */
	void end(String reason);

	/**
	 * Send nothing for a time, after everything that was sent; later messages are queued.
	 * @param duration how long
	 */
	void pause(Duration duration);

	/**
	 * Set the latency of messages to the client from now on.
	 * @param latency the latency
	 */
	void setLatency(Latency latency);

	/**
	 * Send nothing until {@link #resume()}; messages are queued meanwhile.
	 */
	void stall();

	/**
	 * Send the messages that were queued during a stall.
	 */
	void resume();

	/**
	 * Stop reading from the socket, or resume.
	 * @param suspended whether to stop
	 */
	void suspendReading(boolean suspended);

}
