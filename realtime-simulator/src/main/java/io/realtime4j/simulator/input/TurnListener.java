package io.realtime4j.simulator.input;

/**
 * Internal listener for the turns of the user.
 */
public interface TurnListener {

	/**
	 * The user begins to speak.
	 */
	void speechStarted();

	/**
	 * The user has spoken, and the server noticed.
	 */
	void turnDetected();

}
