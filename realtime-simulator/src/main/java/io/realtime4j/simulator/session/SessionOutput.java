package io.realtime4j.simulator.session;

import tools.jackson.databind.node.ObjectNode;

/**
 * Internal port to the client of a session.
 */
public interface SessionOutput {

	/**
	 * Send an event.
	 * @param event the event in the GA dialect
	 */
	void send(ObjectNode event);

	/**
	 * Close the connection after everything that was sent.
	 * @param code the close code
	 * @param reason the reason
	 */
	void close(int code, String reason);

}
