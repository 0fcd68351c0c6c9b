package io.realtime4j.transport;

/**
 * Listener for one connection. Calls are made one at a time and in order, on threads of
 * the transport, and must not block.
 *
 * @since 0.1.0
 */
public interface ConnectionListener {

	/**
	 * Called first, when the handshake is done.
	 * @param connection the connection
	 */
	void onOpen(TransportConnection connection);

	/**
	 * Called when a complete text frame was received.
	 * @param text the text
	 */
	void onText(String text);

	/**
	 * Called when a binary frame was received, which the protocol does not have.
	 * @param size its size in bytes
	 */
	void onBinary(int size);

	/**
	 * Called when any data was received: a piece of a frame, or a pong. It is called for
	 * each of them, before the frame that a piece completes, and must be cheap.
	 */
	default void onActivity() {
	}

	/**
	 * Called once, as the last call, when the connection ended or could not be opened.
	 * @param end how it ended
	 */
	void onEnd(ConnectionEnd end);

}
