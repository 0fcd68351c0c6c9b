package io.realtime4j.codec;

import io.realtime4j.event.client.ClientEvent;

/**
 * Exception thrown when a text has other content than the event that was read from it, or
 * another form.
 *
 * @since 0.1.0
 */
public class InexactEventException extends RealtimeCodecException {

	private static final long serialVersionUID = 1L;

	private final transient ClientEvent event;

	InexactEventException(ClientEvent event, String message) {
		super(message);
		this.event = event;
	}

	/**
	 * Return the event that was read, which must not be sent.
	 * @return the event
	 */
	public ClientEvent event() {
		return this.event;
	}

}
