package io.realtime4j.tool;

/**
 * A call that has yet to be answered.
 */
interface OpenCall {

	/**
	 * The response that holds the call was cancelled.
	 */
	void interrupt();

	/**
	 * The server has the output of a call already.
	 * @param callId the id of the call
	 */
	default void serve(String callId) {
	}

	/**
	 * The session has ended.
	 */
	void end();

}
