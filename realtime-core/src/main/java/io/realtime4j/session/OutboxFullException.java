package io.realtime4j.session;

/**
 * Exception thrown when more events are queued for the server than a session may hold,
 * since the server does not read.
 *
 * @since 0.1.0
 */
public class OutboxFullException extends RuntimeException {

	/**
	 * Create an exception.
	 * @param frames how many frames wait
	 * @param bytes their size in bytes
	 */
	public OutboxFullException(int frames, long bytes) {
		super(frames + " events of " + bytes + " bytes wait to be sent and no more may wait:"
				+ " the server does not read them");
	}

}
