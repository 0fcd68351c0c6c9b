package io.realtime4j.simulator.rest;

/**
 * Internal registry of the connections that are attached to calls.
 *
 * @since 0.1.0
 */
public interface CallSideband {

	/**
	 * Send an event to whom is attached to a call.
	 * @param callId the identifier of the call
	 * @param text the event
	 */
	void send(String callId, String text);

	/**
	 * Close the connections that are attached to a call.
	 * @param callId the identifier of the call
	 */
	void end(String callId);

}
