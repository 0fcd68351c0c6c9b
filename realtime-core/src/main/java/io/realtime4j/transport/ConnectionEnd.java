package io.realtime4j.transport;

/**
 * End of a connection, or the reason why it could not be opened.
 *
 * @since 0.1.0
 */
public sealed interface ConnectionEnd permits HandshakeRefused, ConnectFailed, Closed, ConnectionLost, FrameTooLarge {

	/**
	 * Return a message about what happened, without secrets.
	 * @return the description
	 */
	String message();

}
