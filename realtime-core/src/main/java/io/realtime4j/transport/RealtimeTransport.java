package io.realtime4j.transport;

/**
 * Strategy for opening WebSocket connections.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RealtimeTransport {

	/**
	 * Start to open a connection and return immediately. The listener is called: either
	 * {@link ConnectionListener#onOpen} and, at the end,
	 * {@link ConnectionListener#onEnd}, or {@code onEnd} alone.
	 * @param request where to connect and how
	 * @param listener hears of the connection
	 */
	void connect(ConnectionRequest request, ConnectionListener listener);

}
