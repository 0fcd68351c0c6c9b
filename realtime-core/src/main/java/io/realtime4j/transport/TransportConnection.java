package io.realtime4j.transport;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * Open connection.
 *
 * @since 0.1.0
 */
public interface TransportConnection {

	/**
	 * Send a text frame without waiting for it. One frame is sent at a time: the next one
	 * may be given when this one is complete. A frame that fails may have been sent in
	 * part, so the connection ends with it. Only a text that cannot be written as UTF-8
	 * fails alone, with a {@link java.nio.charset.CharacterCodingException}: nothing of
	 * it is sent, and the connection goes on.
	 * @param text the text
	 * @return completes when the frame is handed to the network; fails if it cannot be,
	 * if that takes too long, or if the connection ends before
	 */
	CompletionStage<@Nullable Void> send(String text);

	/**
	 * Send a ping without waiting for it. Its pong is reported by
	 * {@link ConnectionListener#onActivity()}. Has no effect if the connection has ended.
	 */
	void ping();

	/**
	 * Stop reading, so that the peer has to wait. A few frames may still arrive.
	 */
	void suspendReading();

	/**
	 * Resume reading. The listener is called by other threads than the one that calls
	 * this.
	 */
	void resumeReading();

	/**
	 * Start to close the connection in an orderly way and return immediately.
	 * @param code the close code
	 * @param reason the reason, at most 123 bytes of UTF-8
	 */
	void close(int code, String reason);

	/**
	 * Cut the connection without waiting for the peer.
	 */
	void abort();

}
