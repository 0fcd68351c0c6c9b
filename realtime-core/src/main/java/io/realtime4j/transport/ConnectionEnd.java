package io.realtime4j.transport;

/**
 * End of a connection, or the reason why it could not be opened.
 *
 * @since 0.1.0
 */
public sealed interface ConnectionEnd permits HandshakeRefused, ConnectFailed, Closed, ConnectionLost, FrameTooLarge {

	/**
	 * Return what happened, for people. It holds no secret.
	 * @return the description
	 */
	String message();

}
