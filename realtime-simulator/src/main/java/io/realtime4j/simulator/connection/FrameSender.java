package io.realtime4j.simulator.connection;

/**
 * Internal port to the socket of a connection. Only one frame is sent at a time.
 */
public interface FrameSender {

	/**
	 * Send a text message without blocking.
	 * @param text the message
	 * @param sent called once it left, or failed to
	 */
	void sendText(String text, Runnable sent);

	/**
	 * Send a ping.
	 */
	void sendPing();

	/**
	 * Close the connection with a close frame.
	 * @param code the close code
	 * @param reason the reason
	 */
	void close(int code, String reason);

	/**
	 * Cut the TCP connection without a close frame.
	 */
	void cut();

	/**
	 * Stop or resume reading from the socket.
	 * @param suspended whether to stop
	 */
	void suspendReading(boolean suspended);

}
