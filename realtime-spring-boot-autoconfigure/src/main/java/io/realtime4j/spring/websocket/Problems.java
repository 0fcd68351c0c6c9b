package io.realtime4j.spring.websocket;

import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.ConnectionEnd;

/**
 * Says what an exception of the client means.
 */
final class Problems {

	private Problems() {
	}

	/**
	 * Return why there is no connection.
	 * @param failure what the client threw
	 * @return the end of a connection that never was
	 */
	static ConnectionEnd explain(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof HandshakeException handshake) {
				return handshake.end();
			}
		}
		return ConnectFailures.explain(failure);
	}

}
