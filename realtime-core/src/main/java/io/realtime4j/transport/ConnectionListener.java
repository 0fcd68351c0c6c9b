package io.realtime4j.transport;

/**
 * Listener for one connection. Calls are made one at a time and in order, on threads of
 * the transport, and must not block.
 *
 * @since 0.1.0
 */
public interface ConnectionListener {

	/**
	 * The handshake is done. Comes before any other call.
	 * @param connection the connection
	 */
	void onOpen(TransportConnection connection);

	/**
	 * A text frame arrived whole.
	 * @param text the text
	 */
	void onText(String text);

	/**
	 * A binary frame arrived, which the protocol does not know.
	 * @param size its size in bytes
	 */
	void onBinary(int size);

	/**
	 * Something arrived: a piece of a frame, or a pong. Comes for each of them, before
	 * the frame that a piece completes, and must be cheap.
	 */
	default void onActivity() {
	}

	/**
	 * The connection ended or could not be opened. Comes once, as the last call.
	 * @param end how it ended
	 */
	void onEnd(ConnectionEnd end);

}
