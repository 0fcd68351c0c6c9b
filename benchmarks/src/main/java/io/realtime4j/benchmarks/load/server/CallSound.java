package io.realtime4j.benchmarks.load.server;

import io.realtime4j.benchmarks.load.process.Figures;

/**
 * Strategy for the audio of calls, a tenth of a second of which is spoken at a time.
 */
interface CallSound {

	/**
	 * Hear an event of a client.
	 * @param connection the client
	 * @param event the event
	 */
	void hear(Connection connection, String event);

	/**
	 * Return the next piece of an answer.
	 * @param connection the client
	 * @param turn the answer
	 * @return the frame
	 */
	byte[] speak(Connection connection, CallEvents turn);

	/**
	 * Return the event that acknowledges the settings.
	 * @param number the number of the client
	 * @return the event
	 */
	default String settled(int number) {
		return ServerEvents.sessionUpdated(number);
	}

	/**
	 * Forget a client that is gone.
	 * @param connection the client
	 */
	default void forget(Connection connection) {
	}

	/**
	 * Count anew.
	 */
	void begin();

	/**
	 * Forget what was late or missing so far.
	 */
	default void measure() {
	}

	/**
	 * Return what was heard.
	 * @return the figures
	 */
	Figures figures();

}
