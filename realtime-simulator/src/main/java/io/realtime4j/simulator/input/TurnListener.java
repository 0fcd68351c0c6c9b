package io.realtime4j.simulator.input;

/**
 * Told of the turns that the user takes.
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
