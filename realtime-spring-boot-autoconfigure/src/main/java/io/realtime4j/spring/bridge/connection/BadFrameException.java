package io.realtime4j.spring.bridge.connection;

import org.springframework.web.socket.CloseStatus;

/**
 * Internal exception thrown when a frame of a page cannot be understood. The connection
 * is closed.
 */
public final class BadFrameException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient CloseStatus status;

	/**
	 * Create an exception.
	 * @param status the status with which the connection is closed
	 */
	public BadFrameException(CloseStatus status) {
		super(status.getReason(), null, false, false);
		this.status = status;
	}

	/**
	 * Return the status with which the connection is closed.
	 * @return the status
	 */
	public CloseStatus status() {
		return this.status;
	}

}
