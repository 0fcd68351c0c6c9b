package io.realtime4j.benchmarks.load.client;

/**
 * A client under load.
 */
interface LoadClient extends AutoCloseable {

	/**
	 * Open sessions, all at once, and wait until they are open.
	 * @param count how many
	 */
	void open(int count);

	/**
	 * Ask for a response in each session that is open.
	 */
	void request();

	/**
	 * Close the sessions and wait until they are.
	 */
	void closeSessions();

	@Override
	void close();

}
