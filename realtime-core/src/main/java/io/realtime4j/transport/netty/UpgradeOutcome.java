package io.realtime4j.transport.netty;

import io.realtime4j.transport.ConnectionEnd;

/**
 * Takes the end of an attempt to open a connection.
 */
interface UpgradeOutcome {

	/**
	 * End the attempt by a connection.
	 * @return whether it was not over yet
	 */
	boolean succeed();

	/**
	 * End the attempt without a connection.
	 * @param end why there is none
	 */
	void fail(ConnectionEnd end);

	/**
	 * End the attempt, unless the proxy only wants to know who asks.
	 * @param failure the exception of the network
	 */
	void onFailure(Throwable failure);

}
