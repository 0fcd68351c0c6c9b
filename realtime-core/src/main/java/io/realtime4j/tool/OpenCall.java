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
	 * The session has ended.
	 */
	void end();

}
