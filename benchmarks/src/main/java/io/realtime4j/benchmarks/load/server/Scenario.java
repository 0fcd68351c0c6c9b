package io.realtime4j.benchmarks.load.server;

import io.realtime4j.benchmarks.load.process.Figures;

/**
 * Behaviour of the server. All methods are called by its one thread.
 */
interface Scenario {

	/**
	 * How long the server may sleep when nothing is planned, in nanoseconds.
	 */
	long NOTHING_PLANNED = 100_000_000;

	/**
	 * A client was accepted; what is sent now goes out in one piece with the handshake.
	 * @param connection the client
	 */
	void opened(Connection connection);

	/**
	 * A client said something.
	 * @param connection the client
	 * @param text the event
	 */
	void received(Connection connection, String text);

	/**
	 * A burst was written whole.
	 * @param connection the client
	 */
	default void pushed(Connection connection) {
	}

	/**
	 * A client is gone.
	 * @param connection the client
	 */
	default void closed(Connection connection) {
	}

	/**
	 * Do what is planned for now.
	 * @param flusher writes what was sent to a client
	 * @return nanoseconds until there is something to do again
	 */
	default long tick(Flusher flusher) {
		return NOTHING_PLANNED;
	}

	/**
	 * Do what the JVM that started this one wants; the figures are its answer.
	 * @param command the command
	 * @param flusher writes what was sent to a client
	 */
	default void command(String command, Flusher flusher) {
	}

	/**
	 * Return what was done so far, or since {@value LoadServer#BEGIN}.
	 * @return the figures
	 */
	default Figures figures() {
		return Figures.none();
	}

	/**
	 * Writes what was sent to a client.
	 */
	interface Flusher {

		/**
		 * Write it now, as far as possible.
		 * @param connection the client
		 */
		void flush(Connection connection);

	}

}
