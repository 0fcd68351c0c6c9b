package io.realtime4j.session;

import io.realtime4j.event.server.ErrorEvent;

/**
 * The server answered a client event with an error.
 *
 * @since 0.1.0
 */
public class RealtimeErrorException extends RuntimeException {

	private final transient ErrorEvent event;

	/**
	 * Create an exception.
	 * @param event the error event
	 */
	public RealtimeErrorException(ErrorEvent event) {
		super(ConnectionEnded.explain(event.error()));
		this.event = event;
	}

	/**
	 * Return the error event.
	 * @return the event
	 */
	public ErrorEvent event() {
		return this.event;
	}

}
